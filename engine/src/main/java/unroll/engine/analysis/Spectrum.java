package unroll.engine.analysis;

/**
 * Eigenvalues of a matrix in the complex plane, in no order.
 *
 * @param real parts
 * @param imaginary parts, as many
 */
public record Spectrum(double[] real, double[] imaginary) {
    public Spectrum {
        if (real.length != imaginary.length) {
            throw new IllegalArgumentException(real.length + " real and " + imaginary.length + " imaginary parts");
        }
    }

    /** How many. */
    public int size() {
        return real.length;
    }

    /** The modulus of one. */
    public double modulus(int i) {
        return Math.hypot(real[i], imaginary[i]);
    }

    /** The largest modulus; 0 where there is none. */
    public double radius() {
        double radius = 0;
        for (int i = 0; i < size(); i++) {
            radius = Math.max(radius, modulus(i));
        }
        return radius;
    }

    /** How many have a modulus above 1: in their directions differences grow. */
    public int outside() {
        int outside = 0;
        for (int i = 0; i < size(); i++) {
            outside += modulus(i) > 1 ? 1 : 0;
        }
        return outside;
    }
}
