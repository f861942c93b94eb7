package unroll.engine.series;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes the sample series: a damped pendulum that is driven periodically, chaotic at these settings, one file for each
 * angle it starts from.
 *
 * <p>{@code angle'' = -sin angle - 0.5 angle' + 1.15 cos(2 t / 3)}, integrated by Runge and Kutta's method of fourth
 * order with {@link StrictMath}, so that every machine writes the same files. Run it from the project's root:
 * {@code java engine/src/test/java/unroll/engine/data/PendulumSample.java sample-data/pendulum}
 */
final class PendulumSample {
    static final int FILES = 5;
    private static final int ROWS = 400;

    /** Time between two rows, and the steps of integration in it. */
    private static final double INTERVAL = 0.25;

    private static final int STEPS = 10;
    private static final double DAMPING = 0.5;
    private static final double DRIVE = 1.15;
    private static final double FREQUENCY = 2.0 / 3;

    private PendulumSample() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (int file = 0; file < FILES; file++) {
            Files.writeString(folder.resolve(name(file)), text(file));
        }
    }

    static String name(int file) {
        return "pendulum-" + file + ".csv";
    }

    /** The contents of one file. */
    static String text(int file) {
        StringBuilder text = new StringBuilder("sine of angle,cosine of angle,velocity,drive\n");
        double[] state = {0.2 + 0.6 * file, 0};
        double step = INTERVAL / STEPS;
        for (int row = 0; row < ROWS; row++) {
            double time = row * INTERVAL;
            text.append(String.format(
                    Locale.ROOT,
                    "%.5f,%.5f,%.5f,%.5f%n",
                    StrictMath.sin(state[0]),
                    StrictMath.cos(state[0]),
                    state[1],
                    DRIVE * StrictMath.cos(FREQUENCY * time)));
            for (int i = 0; i < STEPS; i++) {
                state = moved(state, time + i * step, step);
            }
        }
        return text.toString().replace("\r\n", "\n");
    }

    private static double[] moved(double[] state, double time, double step) {
        double[] k1 = slope(state, time);
        double[] k2 = slope(along(state, k1, step / 2), time + step / 2);
        double[] k3 = slope(along(state, k2, step / 2), time + step / 2);
        double[] k4 = slope(along(state, k3, step), time + step);
        double[] mean = new double[2];
        for (int i = 0; i < 2; i++) {
            mean[i] = (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) / 6;
        }
        return along(state, mean, step);
    }

    private static double[] along(double[] state, double[] slope, double step) {
        return new double[] {state[0] + step * slope[0], state[1] + step * slope[1]};
    }

    private static double[] slope(double[] state, double time) {
        double push = DRIVE * StrictMath.cos(FREQUENCY * time);
        return new double[] {state[1], -StrictMath.sin(state[0]) - DAMPING * state[1] + push};
    }
}
