package unroll.engine.run;

import unroll.engine.backend.Backend;
import unroll.engine.backend.CpuBackend;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.setting.Setting;

/**
 * What computes a run.
 *
 * @param device which backend
 * @param precision of its numbers; the reference has 64 bits always
 * @param threads that share each batch; 0 for one on every core; the result does not depend on it
 */
public record BackendSettings(
        @Setting(
                label = "Device",
                help = "The processor's fast products, or the slow plain loops that define what is right.",
                initial = "cpu")
        Device device,

        @Setting(label = "Precision", help = "Single is about twice as fast; double has 16 digits.", initial = "single")
        Precision precision,

        @Setting(
                label = "Threads",
                help = "Cores that share each batch, 0 for all; the result is the same, bit for bit.",
                initial = "0",
                min = 0,
                max = 1024)
        int threads) {

    /** What can compute. */
    public enum Device {
        CPU,
        REFERENCE
    }

    /** The backend itself; its description says what it is and why. */
    public Backend open() {
        return switch (device) {
            case CPU -> CpuBackend.of(precision);
            case REFERENCE -> new ReferenceBackend();
        };
    }

    /** How many threads to use on this machine. */
    public int threadCount() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
