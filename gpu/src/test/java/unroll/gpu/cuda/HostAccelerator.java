package unroll.gpu.cuda;

import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;

/** Card number 9, which is the processor, beside those that are there. */
public final class HostAccelerator implements Accelerator {
    /** Its number. */
    static final int NUMBER = 9;

    @Override
    public Offer offer(int card, Precision precision, Products products) {
        if (card != NUMBER) {
            return new CudaAccelerator().offer(card, precision, products);
        }
        return HostDevice.compiler().isPresent()
                ? new Available(
                        "Kernels on the processor",
                        () -> new CudaBackend(HostDevice.of(precision), precision, products))
                : new Unavailable("there is no C++ compiler on the path");
    }
}
