package unroll.engine.record;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import unroll.engine.optim.Watcher;

/** Follows an update for the trainer: records its inner iterations, and stops it when another thread waits for the trainer. */
public final class InnerWatch implements Watcher {
    private static final int ROOM = 64;

    private final BooleanSupplier wanted;
    private final Runnable listener;
    private long update;
    private int[] number = new int[ROOM];
    private double[] quadratic = new double[ROOM];
    private double[] residual = new double[ROOM];
    private boolean[] kept = new boolean[ROOM];
    private int size;

    /**
     * @param wanted whether to go on with the update
     * @param listener runs after each iteration
     */
    public InnerWatch(BooleanSupplier wanted, Runnable listener) {
        this.wanted = wanted;
        this.listener = listener;
    }

    @Override
    public boolean wanted() {
        return wanted.getAsBoolean();
    }

    @Override
    public void iterated(int iteration, double value, double norm) {
        if (size == number.length) {
            number = Arrays.copyOf(number, 2 * size);
            quadratic = Arrays.copyOf(quadratic, 2 * size);
            residual = Arrays.copyOf(residual, 2 * size);
            kept = Arrays.copyOf(kept, 2 * size);
        }
        number[size] = iteration;
        quadratic[size] = value;
        residual[size] = norm;
        size++;
        listener.run();
    }

    @Override
    public void kept() {
        kept[size - 1] = true;
    }

    /** Forgets the iterations of the update before; those who still look at them keep theirs. */
    public void begin(long next) {
        update = next;
        if (size > 0) {
            number = new int[number.length];
            quadratic = new double[quadratic.length];
            residual = new double[residual.length];
            kept = new boolean[kept.length];
            size = 0;
        }
    }

    /** The iterations so far. */
    public InnerLoop loop() {
        return size == 0 ? InnerLoop.NONE : new InnerLoop(update, number, quadratic, residual, kept, size);
    }
}
