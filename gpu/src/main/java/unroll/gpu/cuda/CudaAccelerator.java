package unroll.gpu.cuda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;

/** NVIDIA's cards. */
public final class CudaAccelerator implements Accelerator {
    @Override
    public Offer offer(int card, Precision precision, Products products) {
        return JCudaDevice.obstacle(card)
                .<Offer>map(Unavailable::new)
                .orElseGet(() -> new Available(
                        JCudaDevice.name(card),
                        () -> new CudaBackend(JCudaDevice.open(card, kernels(precision)), precision, products)));
    }

    /** The kernels for numbers of that precision, in PTX: {@code kernels.sh} made them. */
    static String kernels(Precision precision) {
        String resource = precision.name().toLowerCase(Locale.ROOT) + ".ptx";
        try (InputStream in = Objects.requireNonNull(CudaAccelerator.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
