/*
 * Speaks standard input with one RHVoice voice and says when each word begins: raw 16-bit mono samples go to
 * standard output, lines of "offset length startSample endSample" to standard error. RHVoice's own programs
 * write audio only, and the transcripts need the true time of every word.
 *
 *   cc -O2 -o say say.c -lRHVoice && ./say alan 1.0 1.0 < text > speech.raw 2> words
 */
#include <RHVoice.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned long spoken;
static unsigned long started;

static int set_rate(int rate, void *data) {
  (void)data;
  if (rate != 24000) fprintf(stderr, "rate %d\n", rate);
  return 1;
}

static int play(const short *samples, unsigned int count, void *data) {
  (void)data;
  spoken += count;
  return fwrite(samples, sizeof *samples, count, stdout) == count;
}

static int word_starts(unsigned int position, unsigned int length, void *data) {
  (void)position; (void)length; (void)data;
  started = spoken;
  return 1;
}

static int word_ends(unsigned int position, unsigned int length, void *data) {
  (void)data;
  fprintf(stderr, "%u %u %lu %lu\n", position, length, started, spoken);
  return 1;
}

int main(int argc, char **argv) {
  if (argc != 4) {
    fputs("usage: say VOICE RATE PITCH < text > speech.raw 2> words\n", stderr);
    return 2;
  }
  char text[8192];
  size_t length = fread(text, 1, sizeof text, stdin);

  RHVoice_init_params init;
  memset(&init, 0, sizeof init);
  init.data_path = "/usr/share/RHVoice";
  init.config_path = "/etc/RHVoice";
  init.callbacks.set_sample_rate = set_rate;
  init.callbacks.play_speech = play;
  init.callbacks.word_starts = word_starts;
  init.callbacks.word_ends = word_ends;
  RHVoice_tts_engine engine = RHVoice_new_tts_engine(&init);
  if (engine == NULL) {
    fputs("RHVoice did not start. Is rhvoice-english installed?\n", stderr);
    return 1;
  }

  RHVoice_synth_params voice;
  memset(&voice, 0, sizeof voice);
  voice.voice_profile = argv[1];
  voice.relative_rate = atof(argv[2]);
  voice.relative_pitch = atof(argv[3]);
  voice.relative_volume = 1;
  RHVoice_message message =
      RHVoice_new_message(engine, text, (unsigned int)length, RHVoice_message_text, &voice, NULL);
  int ok = message != NULL && RHVoice_speak(message);
  RHVoice_delete_message(message);
  RHVoice_delete_tts_engine(engine);
  return ok ? 0 : 1;
}
