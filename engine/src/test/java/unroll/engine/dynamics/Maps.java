package unroll.engine.dynamics;

/** Maps that have been known for long. */
final class Maps {
    private Maps() {}

    /** A map of one number and its derivative. */
    interface Scalar {
        double value(double x);

        double slope(double x);
    }

    static StateMap of(Scalar f) {
        return new Plane(1) {
            @Override
            void value(double[] s, double[] to) {
                to[0] = f.value(s[0]);
            }

            @Override
            void jacobian(double[] s, double[][] j) {
                j[0][0] = f.slope(s[0]);
            }
        };
    }

    /** {@code r x (1 - x)}. */
    static StateMap logistic(double r) {
        return of(new Scalar() {
            @Override
            public double value(double x) {
                return r * x * (1 - x);
            }

            @Override
            public double slope(double x) {
                return r * (1 - 2 * x);
            }
        });
    }

    /** {@code x' = 1 - a x^2 + y, y' = b x} (Henon 1976). */
    static StateMap henon(double a, double b) {
        return new Plane(2) {
            @Override
            void value(double[] s, double[] to) {
                to[0] = 1 - a * s[0] * s[0] + s[1];
                to[1] = b * s[0];
            }

            @Override
            void jacobian(double[] s, double[][] j) {
                j[0][0] = -2 * a * s[0];
                j[0][1] = 1;
                j[1][0] = b;
                j[1][1] = 0;
            }
        };
    }

    /** A map written down with its Jacobian. */
    abstract static class Plane implements StateMap {
        private final int n;

        Plane(int n) {
            this.n = n;
        }

        abstract void value(double[] s, double[] to);

        abstract void jacobian(double[] s, double[][] j);

        @Override
        public int size() {
            return n;
        }

        @Override
        public Steps steps(int count) {
            return new Steps() {
                private final double[][][] jacobians = new double[count][n][n];

                @Override
                public int count() {
                    return count;
                }

                @Override
                public void next(int t, double[] states, double[] to) {
                    double[] s = new double[n];
                    double[] after = new double[n];
                    for (int b = 0; b < count; b++) {
                        System.arraycopy(states, b * n, s, 0, n);
                        value(s, after);
                        jacobian(s, jacobians[b]);
                        System.arraycopy(after, 0, to, b * n, n);
                    }
                }

                @Override
                public void push(double[] directions, double[] to) {
                    times(directions, to, false);
                }

                @Override
                public void pull(double[] adjoints, double[] to) {
                    times(adjoints, to, true);
                }

                private void times(double[] x, double[] to, boolean transposed) {
                    double[] y = new double[n];
                    for (int b = 0; b < count; b++) {
                        for (int i = 0; i < n; i++) {
                            y[i] = 0;
                            for (int j = 0; j < n; j++) {
                                y[i] += (transposed ? jacobians[b][j][i] : jacobians[b][i][j]) * x[b * n + j];
                            }
                        }
                        System.arraycopy(y, 0, to, b * n, n);
                    }
                }
            };
        }
    }
}
