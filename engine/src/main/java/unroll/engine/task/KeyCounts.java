package unroll.engine.task;

import java.util.List;
import unroll.engine.music.Keyboard;
import unroll.engine.music.PianoRoll;

/**
 * How probable each key is in pieces of music, as often as it was counted with one step more in which it sounds and one in which it does not;
 * before a piece all keys are off.
 *
 * @param ever by key
 * @param afterOff by key, where it did not sound one step before
 * @param afterOn by key, where it did
 */
record KeyCounts(double[] ever, double[] afterOff, double[] afterOn) {
    static KeyCounts of(List<PianoRoll> pieces, Keyboard keyboard) {
        int keys = keyboard.count();
        double[][][] counts = new double[2][2][keys]; // before, now, key
        for (PianoRoll piece : pieces) {
            for (int t = 0; t < piece.frames(); t++) {
                for (int key = 0; key < keys; key++) {
                    int before = t > 0 && piece.sounds(t - 1, keyboard.first() + key) ? 1 : 0;
                    counts[before][piece.sounds(t, keyboard.first() + key) ? 1 : 0][key]++;
                }
            }
        }
        KeyCounts found = new KeyCounts(new double[keys], new double[keys], new double[keys]);
        for (int key = 0; key < keys; key++) {
            found.ever[key] = probability(counts[0][1][key] + counts[1][1][key], counts[0][0][key] + counts[1][0][key]);
            found.afterOff[key] = probability(counts[0][1][key], counts[0][0][key]);
            found.afterOn[key] = probability(counts[1][1][key], counts[1][0][key]);
        }
        return found;
    }

    private static double probability(double on, double off) {
        return (on + 1) / (on + off + 2);
    }
}
