package unroll.app.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The additive tones by their samples. */
class AdditiveTonesTest {
    private static final int RATE = 44_100;

    private final AdditiveTones tones = new AdditiveTones(RATE);

    private float[] render(double seconds) {
        float[] samples = new float[(int) (seconds * RATE)];
        tones.render(samples);
        return samples;
    }

    /** The strength of a frequency in samples, by their Fourier sum. */
    private static double strength(float[] samples, double hertz) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            double window = 1 - Math.cos(2 * Math.PI * i / samples.length);
            real += window * samples[i] * Math.cos(2 * Math.PI * hertz * i / RATE);
            imaginary += window * samples[i] * Math.sin(2 * Math.PI * hertz * i / RATE);
        }
        return Math.hypot(real, imaginary) / samples.length;
    }

    private static double largest(float[] samples) {
        double largest = 0;
        for (float sample : samples) {
            largest = Math.max(largest, Math.abs(sample));
        }
        return largest;
    }

    /** Keys a semitone away must not be stronger, nor an octave below. */
    @ParameterizedTest(name = "key {0}")
    @ValueSource(ints = {36, 60, 69, 84, 108})
    void aKeySoundsAtItsPitch(int key) {
        tones.strike(key);
        float[] samples = render(0.5);
        double hertz = 440 * Math.pow(2, (key - 69) / 12.0);
        double own = strength(samples, hertz);
        assertThat(own).isGreaterThan(0.02);
        for (int other : new int[] {key - 12, key - 1, key + 1}) {
            assertThat(strength(samples, 440 * Math.pow(2, (other - 69) / 12.0)))
                    .isLessThan(0.05 * own);
        }
        assertThat(strength(samples, 2 * hertz)).as("its octave, a quarter").isBetween(0.15 * own, 0.35 * own);
    }

    /** A click is a step; a tone of A3 with six harmonics of 1 / n^2 moves by gain 0.15 times 2 pi 220 / 44100 times 2.45 a sample at most. */
    @Test
    void itBeginsAndEndsWithoutAClick() {
        double steepest = 0.15 * 2 * Math.PI * 220 / RATE * 2.45;
        tones.strike(57);
        float[] all = new float[2 * RATE];
        float[] held = render(0.7);
        tones.release(57);
        float[] fading = render(1.3);
        System.arraycopy(held, 0, all, 0, held.length);
        System.arraycopy(fading, 0, all, held.length, Math.min(fading.length, all.length - held.length));
        assertThat(Math.abs(all[0])).isLessThan(1e-3f);
        for (int i = 1; i < all.length; i++) {
            assertThat((double) Math.abs(all[i] - all[i - 1])).isLessThan(1.1 * steepest);
        }
        assertThat(largest(held)).isGreaterThan(0.1);
        assertThat(largest(render(0.1))).as("it has ended").isZero();
    }

    @Test
    void aChordStaysWithinWhatADeviceCanDo() {
        for (int key = 40; key < 80; key++) {
            tones.strike(key);
        }
        float[] samples = render(1);
        assertThat(largest(samples)).isLessThanOrEqualTo(1).isGreaterThan(0.5);
        tones.silence();
        render(2);
        assertThat(largest(render(0.1))).isZero();
    }

    @Test
    void loudnessScales() {
        tones.strike(69);
        double loud = strength(render(0.3), 440);
        tones.loudness(0.5);
        render(0.1);
        double half = strength(render(0.3), 440);
        double decay = Math.exp(-0.4 / 1.5);
        assertThat(half / loud).isCloseTo(0.5 * decay, within(0.05));
        tones.loudness(0);
        render(0.2);
        assertThat(largest(render(0.1))).isLessThan(1e-4);
    }
}
