package unroll.engine.rollout;

import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/** Draws symbols, or zeros and ones, from predicted probabilities by the sampling seed of an experiment. */
public final class Sampler {
    private final double temperature;
    private final long seed;
    private final Philox random;

    /**
     * Draws with probabilities {@code p^(1 / temperature)}.
     *
     * @param temperature above 0: at 1 symbols are as probable as predicted, below 1 the likelier ones more so
     */
    public Sampler(double temperature, long seed) {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("a temperature is above 0, not " + temperature);
        }
        this.temperature = temperature;
        this.seed = seed;
        random = new Philox(seed, Purpose.SAMPLING);
    }

    /** Goes to the beginning of that stream of random numbers. */
    public void restart(long stream) {
        random.restart(seed, Purpose.SAMPLING, stream);
    }

    /** A symbol, from 0 on; {@code probabilities} may sum to a little less than 1. */
    public int draw(double[] probabilities) {
        double left = random.nextDouble() * (temperature == 1 ? 1 : sum(probabilities));
        int last = 0;
        for (int symbol = 0; symbol < probabilities.length; symbol++) {
            double share = share(probabilities[symbol]);
            left -= share;
            if (left < 0) {
                return symbol;
            }
            last = share > 0 ? symbol : last;
        }
        return last;
    }

    private double sum(double[] probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            sum += share(probability);
        }
        return sum;
    }

    private double share(double probability) {
        return temperature == 1 ? probability : Math.pow(probability, 1 / temperature);
    }
}
