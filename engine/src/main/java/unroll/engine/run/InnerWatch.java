package unroll.engine.run;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import unroll.engine.optim.Watcher;

/** Follows an update for the trainer: records its inner iterations, and gives it up when somebody waits for the trainer. */
final class InnerWatch implements Watcher {
    private final BooleanSupplier wanted;
    private final Runnable heard;
    private long update;
    private double[] quadratic = new double[64];
    private double[] residual = new double[64];
    private int size;

    /**
     * @param wanted whether to go on with the update
     * @param heard hears of each iteration
     */
    InnerWatch(BooleanSupplier wanted, Runnable heard) {
        this.wanted = wanted;
        this.heard = heard;
    }

    @Override
    public boolean goesOn() {
        return wanted.getAsBoolean();
    }

    @Override
    public void told(int iteration, double value, double norm) {
        if (size == quadratic.length) {
            quadratic = Arrays.copyOf(quadratic, 2 * size);
            residual = Arrays.copyOf(residual, 2 * size);
        }
        quadratic[size] = value;
        residual[size] = norm;
        size++;
        heard.run();
    }

    /** Forgets the iterations of the update before; those who still look at them keep theirs. */
    void begin(long next) {
        update = next;
        if (size > 0) {
            quadratic = new double[quadratic.length];
            residual = new double[residual.length];
            size = 0;
        }
    }

    /** The iterations so far. */
    InnerLoop loop() {
        return size == 0 ? InnerLoop.NONE : new InnerLoop(update, quadratic, residual, size);
    }
}
