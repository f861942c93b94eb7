package unroll.engine.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Matrices of four rows, by which tests say independently where a joint lies. */
final class Matrices {
    private Matrices() {}

    static double[][] product(double[][]... factors) {
        double[][] all = move(0, 0, 0);
        for (double[][] factor : factors) {
            double[][] next = new double[4][4];
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    for (int k = 0; k < 4; k++) {
                        next[i][j] += all[i][k] * factor[k][j];
                    }
                }
            }
            all = next;
        }
        return all;
    }

    static double[][] move(double x, double y, double z) {
        return new double[][] {{1, 0, 0, x}, {0, 1, 0, y}, {0, 0, 1, z}, {0, 0, 0, 1}};
    }

    static double[][] turn(char axis, double degrees) {
        double c = Math.cos(degrees * Math.PI / 180);
        double s = Math.sin(degrees * Math.PI / 180);
        return switch (axis) {
            case 'x' -> new double[][] {{1, 0, 0, 0}, {0, c, -s, 0}, {0, s, c, 0}, {0, 0, 0, 1}};
            case 'y' -> new double[][] {{c, 0, s, 0}, {0, 1, 0, 0}, {-s, 0, c, 0}, {0, 0, 0, 1}};
            default -> new double[][] {{c, -s, 0, 0}, {s, c, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        };
    }

    /** A turn turned back: its rows are its columns. */
    static double[][] back(double[][] turn) {
        double[][] back = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                back[i][j] = turn[j][i];
            }
        }
        return back;
    }

    static void assertLies(Vector position, double[][] frame) {
        assertThat(position.x()).isCloseTo(frame[0][3], within(1e-11));
        assertThat(position.y()).isCloseTo(frame[1][3], within(1e-11));
        assertThat(position.z()).isCloseTo(frame[2][3], within(1e-11));
    }
}
