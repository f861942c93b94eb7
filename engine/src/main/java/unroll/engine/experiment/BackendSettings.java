package unroll.engine.experiment;

import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.setting.Setting;
import unroll.engine.setting.SettingsException;

/**
 * What computes a run.
 *
 * @param device which backend
 * @param card which of several graphics cards
 * @param precision of its numbers; the reference has 64 bits always
 * @param products how exact a card makes them in single precision
 * @param threads that share each batch; 0 for one on every core; the result does not depend on it
 */
public record BackendSettings(
        @Setting(
                label = "Device",
                help = "The processor, a graphics card (cuda), the card if there is one (auto), or the slow plain"
                        + " loops that define what is right.",
                initial = "cpu")
        Device device,

        @Setting(
                label = "Card",
                help = "Which of several graphics cards, counted from 0.",
                initial = "0",
                min = 0,
                max = 63)
        int card,

        @Setting(label = "Precision", help = "Single is about twice as fast; double has 16 digits.", initial = "single")
        Precision precision,

        @Setting(
                label = "Products",
                help = "On a card, in single precision: exact, or TF32 with ten binary digits of each factor, which"
                        + " takes a third of the work and is what other programs do unasked.",
                initial = "exact")
        Products products,

        @Setting(
                label = "Threads",
                help = "Cores that share each batch, 0 for all; the result is the same, bit for bit.",
                initial = "0",
                min = 0,
                max = 1024)
        int threads) {

    /** What can compute. */
    public enum Device {
        AUTO,
        CPU,
        CUDA,
        REFERENCE
    }

    /**
     * The backend itself; its description says what it is.
     *
     * @throws SettingsException where the card that was asked for cannot be used, with the reason
     */
    public Backend open() {
        return switch (device) {
            case AUTO, CUDA ->
                switch (offer()) {
                    case Accelerator.Available there -> there.open().get();
                    case Accelerator.Unavailable none when device == Device.AUTO -> CpuBackend.of(precision);
                    case Accelerator.Unavailable(String reason) ->
                        throw new SettingsException(
                                "backend.device", "cuda cannot be used: " + reason + "; choose cpu or auto");
                };
            case CPU -> CpuBackend.of(precision);
            case REFERENCE -> new ReferenceBackend();
        };
    }

    /** Whether a card computes, or would if there were one. */
    public boolean onCard() {
        return device == Device.AUTO || device == Device.CUDA;
    }

    /** The same on the processor. */
    public BackendSettings onProcessor() {
        return new BackendSettings(Device.CPU, card, precision, products, threads);
    }

    /** Why no card is used although one would be; empty if it is, or if none was wanted. */
    public String obstacle() {
        return device == Device.AUTO ? missing() : "";
    }

    /** Why the card that must be used cannot be; empty if it can, or if none must. */
    public String refusal() {
        return device == Device.CUDA ? missing() : "";
    }

    private String missing() {
        return offer() instanceof Accelerator.Unavailable(String reason) ? reason : "";
    }

    private Accelerator.Offer offer() {
        return Accelerator.found(card, precision, products);
    }

    /** How many threads to use on this machine. */
    public int threadCount() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** Whether its numbers have 64 bits. */
    public boolean isDouble() {
        return device == Device.REFERENCE || precision == Precision.DOUBLE;
    }
}
