package unroll.engine.control;

import java.util.Arrays;

/** The backward pass of {@link Ilqr}: the value of what is left, as a quadratic in the state, and the cheapest commands, step by step. */
final class Backward {
    private final int n;
    private final int m;

    /** {@code [A B]}, n x (n + m), to be filled before each step. */
    final double[] jacobian;

    /** By how much the quadratic says that the commands lower the cost. */
    double expected;

    private final double[] vx;
    private final double[][] vxx;
    private final double[] q;
    private final double[][] curvature;
    private final double[][] damped;
    private double[][] k = {};
    private double[][][] gain = {};

    Backward(int n, int m) {
        this.n = n;
        this.m = m;
        jacobian = new double[n * (n + m)];
        vx = new double[n];
        vxx = new double[n][n];
        q = new double[n + m];
        curvature = new double[n + m][n + m];
        damped = new double[n + m][n + m];
    }

    /** Begins behind the last of so many steps, where nothing is left to pay. */
    void begin(int steps) {
        k = new double[steps][m];
        gain = new double[steps][m][n];
        Arrays.fill(vx, 0);
        for (double[] line : vxx) {
            Arrays.fill(line, 0);
        }
        expected = 0;
    }

    /** Adds what the state after a step costs. */
    void add(double[] weights, double[] state, double[] goal) {
        for (int i = 0; i < n; i++) {
            vx[i] += weights[i] == 0 ? 0 : weights[i] * (state[i] - goal[i]);
            vxx[i][i] += weights[i];
        }
    }

    /** Finds the commands of step {@code t} and the value before it; false where their curvature is not positive. */
    boolean step(int t, double[] weights, double[] u, double mu) {
        quadratic(0, curvature);
        quadratic(mu, damped);
        for (int j = 0; j < n + m; j++) {
            q[j] = 0;
            for (int i = 0; i < n; i++) {
                q[j] += jacobian[i * (n + m) + j] * vx[i];
            }
        }
        for (int i = 0; i < m; i++) {
            q[n + i] += weights[n + i] * u[i];
            curvature[n + i][n + i] += weights[n + i];
            damped[n + i][n + i] += weights[n + i];
        }
        if (!solve(t)) {
            return false;
        }
        carry(t);
        return true;
    }

    /** {@code to = [A B]' (Vxx + mu) [A B]}. */
    private void quadratic(double mu, double[][] to) {
        int columns = n + m;
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b < columns; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    double inner = mu * jacobian[i * columns + b];
                    for (int j = 0; j < n; j++) {
                        inner += vxx[i][j] * jacobian[j * columns + b];
                    }
                    sum += jacobian[i * columns + a] * inner;
                }
                to[a][b] = sum;
            }
        }
    }

    /** {@code [k K] = -Quu^-1 [Qu Qux]} by Cholesky's factor of the damped Quu. */
    private boolean solve(int t) {
        double[][] factor = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double left = damped[n + i][n + j];
                for (int l = 0; l < j; l++) {
                    left -= factor[i][l] * factor[j][l];
                }
                if (i == j && !(left > 0)) {
                    return false;
                }
                factor[i][j] = i == j ? Math.sqrt(left) : left / factor[j][j];
            }
        }
        double[] right = new double[m];
        for (int column = -1; column < n; column++) {
            for (int i = 0; i < m; i++) {
                right[i] = column < 0 ? -q[n + i] : -damped[n + i][column];
                for (int l = 0; l < i; l++) {
                    right[i] -= factor[i][l] * right[l];
                }
                right[i] /= factor[i][i];
            }
            for (int i = m - 1; i >= 0; i--) {
                for (int l = i + 1; l < m; l++) {
                    right[i] -= factor[l][i] * right[l];
                }
                right[i] /= factor[i][i];
                if (column < 0) {
                    k[t][i] = right[i];
                } else {
                    gain[t][i][column] = right[i];
                }
            }
        }
        return true;
    }

    /** The value before step {@code t}, with the curvature as it is without mu. */
    private void carry(int t) {
        double[] pull = new double[m]; // Quu k + Qu
        for (int i = 0; i < m; i++) {
            pull[i] = q[n + i];
            for (int l = 0; l < m; l++) {
                pull[i] += curvature[n + i][n + l] * k[t][l];
            }
            expected -= k[t][i] * (q[n + i] + pull[i]) / 2;
        }
        double[][] fold = new double[m][n]; // Quu K + Qux
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                fold[i][j] = curvature[n + i][j];
                for (int l = 0; l < m; l++) {
                    fold[i][j] += curvature[n + i][n + l] * gain[t][l][j];
                }
            }
        }
        for (int a = 0; a < n; a++) {
            vx[a] = q[a];
            for (int i = 0; i < m; i++) {
                vx[a] += gain[t][i][a] * pull[i] + curvature[n + i][a] * k[t][i];
            }
            for (int b = 0; b < n; b++) {
                double sum = curvature[a][b];
                for (int i = 0; i < m; i++) {
                    sum += gain[t][i][a] * fold[i][b] + curvature[n + i][a] * gain[t][i][b];
                }
                vxx[a][b] = sum;
            }
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                vxx[a][b] = (vxx[a][b] + vxx[b][a]) / 2;
                vxx[b][a] = vxx[a][b];
            }
        }
    }

    /** The commands of step {@code t}: a share of what was found, and all of the answer to a state off the movement. */
    double[] commands(int t, double share, double[] state, Movement around) {
        double[] u = around.commands()[t].clone();
        for (int i = 0; i < m; i++) {
            u[i] += share * k[t][i];
            for (int j = 0; j < n; j++) {
                u[i] += gain[t][i][j] * (state[j] - around.states()[t][j]);
            }
        }
        return u;
    }
}
