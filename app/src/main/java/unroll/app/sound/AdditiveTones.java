package unroll.app.sound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tones of a few harmonics each, added up: they begin and end softly, and those that are held fade slowly. One thread at a time.
 */
final class AdditiveTones {
    /** Harmonics of a tone; the n-th is {@code 1 / n^2} as strong as the first, as those of a plucked string are. */
    private static final int HARMONICS = 6;

    private static final double A4 = 440;
    private static final int A4_KEY = 69;
    private static final double OCTAVE = 12;

    /** Seconds in which a tone comes to 63 % of what it will be: shorter is a click, longer sluggish. */
    private static final double ATTACK = 0.005;

    /** Seconds in which it fades to 37 %: while it is held, and once it is released. */
    private static final double DECAY = 1.5;

    private static final double RELEASE = 0.06;

    /** What a tone adds, so that a chord of eight is no louder than all there is; what is beyond is bent. */
    private static final double GAIN = 0.15;

    /** A tone that is no stronger ends: a step of that is below the noise of 16 bits. */
    private static final double INAUDIBLE = 1e-5;

    private final double rate;
    private final List<Tone> tones = new ArrayList<>();
    private double loudness = 1;

    /** The loudness as it is by now: it follows in some milliseconds. */
    private double heard = 1;

    private static final class Tone {
        final int key;
        double phase;
        double level;
        double wanted = 1;
        boolean held = true;

        Tone(int key) {
            this.key = key;
        }
    }

    /** @param rate samples a second */
    AdditiveTones(double rate) {
        this.rate = rate;
    }

    /** Begins a tone; one of the same key fades beneath it. */
    void strike(int key) {
        release(key);
        tones.add(new Tone(key));
    }

    void release(int key) {
        tones.stream().filter(tone -> tone.key == key).forEach(tone -> tone.held = false);
    }

    void silence() {
        tones.forEach(tone -> tone.held = false);
    }

    /** How loud everything becomes, from 0 to 1. */
    void loudness(double share) {
        loudness = Math.clamp(share, 0, 1);
    }

    /** The next samples, in -1..1. */
    void render(float[] samples) {
        Arrays.fill(samples, 0);
        for (Tone tone : tones) {
            add(tone, samples);
        }
        tones.removeIf(tone -> !tone.held && tone.level < INAUDIBLE);
        double quick = follow(ATTACK);
        for (int i = 0; i < samples.length; i++) {
            heard += quick * (loudness - heard);
            samples[i] = (float) Math.tanh(heard * samples[i]);
        }
    }

    private void add(Tone tone, float[] samples) {
        double turn = 2 * Math.PI * A4 * Math.pow(2, (tone.key - A4_KEY) / OCTAVE) / rate;
        int harmonics = Math.clamp((long) (Math.PI / turn), 1, HARMONICS); // none above half the rate
        double quick = follow(ATTACK);
        double fading = follow(DECAY);
        double ending = follow(RELEASE);
        for (int i = 0; i < samples.length; i++) {
            tone.wanted -= fading * tone.wanted;
            tone.level += tone.held ? quick * (tone.wanted - tone.level) : -ending * tone.level;
            double sum = 0;
            for (int n = 1; n <= harmonics; n++) {
                sum += Math.sin(n * tone.phase) / (n * n);
            }
            samples[i] += (float) (GAIN * tone.level * sum);
            tone.phase = (tone.phase + turn) % (2 * Math.PI);
        }
    }

    /** The share by which something comes nearer at each sample that takes so many seconds for 63 % of the way. */
    private double follow(double seconds) {
        return 1 - Math.exp(-1 / (seconds * rate));
    }
}
