package unroll.engine.task;

import unroll.engine.random.Philox;

/**
 * The published bouncing-balls script, written down a second time as plainly as possible and slow; a fault can be
 * planted to see that a comparison with it can fail.
 */
final class ScriptedBalls {
    enum PlantedFault {
        NONE,
        /** Balls that move apart do not exchange velocities. */
        ONLY_APPROACHING,
        /** The exponent is d^4 instead of d^8. */
        FOURTH_POWER,
        /** The first index of a position is the row. */
        ROW_FIRST,
        /** A whole frame is moved at once. */
        ONE_STEP,
        /** A ball that left the box is put back to the wall. */
        POSITION_CORRECTED,
        /** The line of centres is not brought to length 1. */
        NOT_NORMALISED,
        /** Overlapping balls add up to more than 1. */
        NOT_CLIPPED
    }

    private static final double SIZE = 10;

    private final int n;
    private final double r;
    private final PlantedFault fault;
    private double[][] x;
    private final double[][] v;

    ScriptedBalls(int n, double r, Philox random, PlantedFault fault) {
        this.n = n;
        this.r = r;
        this.fault = fault;
        x = new double[n][2];
        v = new double[n][2];
        double norm = 0;
        for (double[] one : v) {
            for (int z = 0; z < 2; z++) {
                one[z] = random.gaussian();
                norm += one[z] * one[z];
            }
        }
        for (double[] one : v) {
            for (int z = 0; z < 2; z++) {
                one[z] = one[z] / Math.sqrt(norm) * 0.5;
            }
        }
        boolean good = false;
        while (!good) {
            x = new double[n][2];
            for (double[] one : x) {
                for (int z = 0; z < 2; z++) {
                    one[z] = 2 + random.nextDouble() * 8;
                }
            }
            good = isGood();
        }
    }

    private boolean isGood() {
        boolean good = true;
        for (int i = 0; i < n; i++) {
            for (int z = 0; z < 2; z++) {
                good &= !(x[i][z] - r < 0) && !(x[i][z] + r > SIZE);
            }
            for (int j = 0; j < i; j++) {
                good &= !(Math.hypot(x[i][0] - x[j][0], x[i][1] - x[j][1]) < r + r);
            }
        }
        return good;
    }

    void nextFrame() {
        int steps = fault == PlantedFault.ONE_STEP ? 1 : 2;
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < n; i++) {
                for (int z = 0; z < 2; z++) {
                    x[i][z] += v[i][z] / steps;
                }
            }
            for (int i = 0; i < n; i++) {
                for (int z = 0; z < 2; z++) {
                    wall(i, z);
                }
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    pair(i, j);
                }
            }
        }
    }

    private void wall(int i, int z) {
        if (x[i][z] - r < 0) {
            v[i][z] = Math.abs(v[i][z]);
            x[i][z] = fault == PlantedFault.POSITION_CORRECTED ? r : x[i][z];
        }
        if (x[i][z] + r > SIZE) {
            v[i][z] = -Math.abs(v[i][z]);
            x[i][z] = fault == PlantedFault.POSITION_CORRECTED ? SIZE - r : x[i][z];
        }
    }

    private void pair(int i, int j) {
        double[] w = {x[i][0] - x[j][0], x[i][1] - x[j][1]};
        double distance = Math.hypot(w[0], w[1]);
        if (distance < r + r) {
            double norm = fault == PlantedFault.NOT_NORMALISED ? 1 : distance;
            w = new double[] {w[0] / norm, w[1] / norm};
            double along1 = w[0] * v[i][0] + w[1] * v[i][1];
            double along2 = w[0] * v[j][0] + w[1] * v[j][1];
            if (fault == PlantedFault.ONLY_APPROACHING && along1 > along2) {
                return;
            }
            for (int z = 0; z < 2; z++) {
                v[i][z] += w[z] * (along2 - along1);
                v[j][z] += w[z] * (along1 - along2);
            }
        }
    }

    /** The sum of squared speeds, 0.25 for ever. */
    double energy() {
        double energy = 0;
        for (double[] one : v) {
            energy += one[0] * one[0] + one[1] * one[1];
        }
        return energy;
    }

    /** The frame at this moment, row by row. */
    double[] frame(int resolution) {
        double[] frame = new double[resolution * resolution];
        int columnIndex = fault == PlantedFault.ROW_FIRST ? 1 : 0;
        for (int row = 0; row < resolution; row++) {
            for (int column = 0; column < resolution; column++) {
                double sum = 0;
                for (double[] one : x) {
                    double dx = (column + 0.5) / resolution * 10 - one[columnIndex];
                    double dy = (row + 0.5) / resolution * 10 - one[1 - columnIndex];
                    double ratio = (dx * dx + dy * dy) / (r * r);
                    sum += Math.exp(-Math.pow(ratio, fault == PlantedFault.FOURTH_POWER ? 2 : 4));
                }
                frame[row * resolution + column] = fault == PlantedFault.NOT_CLIPPED ? sum : Math.min(1, sum);
            }
        }
        return frame;
    }
}
