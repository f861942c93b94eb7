package unroll.engine.backend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Card number 7, which is the processor and fails on command; there is no other. */
public final class FailingCard implements Accelerator {
    /** Its number. */
    public static final int NUMBER = 7;

    private static final DeviceMemory MEMORY = new DeviceMemory(1L << 30, 8L << 30);

    private static final AtomicInteger LOSSES = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger(Integer.MAX_VALUE);

    /** Has it compute so many more losses, then fail for good. */
    public static void failAfter(int losses) {
        LOSSES.set(losses);
    }

    /** Has it no memory for matrices of more rows. */
    public static void holdAtMost(int rows) {
        MOST.set(rows);
    }

    @Override
    public Offer offer(int card, Precision precision, Products products) {
        return card == NUMBER
                ? new Available("Failing card", () -> failing(CpuBackend.of(precision)))
                : new Unavailable("there is no card " + card);
    }

    private static Backend failing(Backend backend) {
        return (Backend) Proxy.newProxyInstance(
                Backend.class.getClassLoader(), new Class<?>[] {Backend.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("description")) {
                        return "Failing card \u00b7 " + backend.precision();
                    }
                    if (method.getName().equals("memory")) {
                        return Optional.of(MEMORY);
                    }
                    if (method.getName().equals("allocate") && (int) arguments[0] > MOST.get()) {
                        throw DeviceFailure.outOfMemory("Failing card", 3L << 30, MEMORY, 1 << 30);
                    }
                    if (method.getName().equals("loss") && LOSSES.getAndDecrement() <= 0) {
                        throw new DeviceFailure("the card fell off the bus");
                    }
                    try {
                        return method.invoke(backend, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
