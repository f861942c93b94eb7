package unroll.engine.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import unroll.engine.experiment.DeviceOffer;

/** {@code unroll devices}: prints what runs can be computed on here. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description =
                "Print what runs can be computed on here, with the settings that choose it, or why it cannot be used.")
public final class DevicesCommand implements Callable<Integer> {
    private final PrintStream out;

    /** The command over a stream. */
    public DevicesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        List<DeviceOffer> offers = DeviceOffer.all();
        int width = offers.stream()
                .mapToInt(offer -> offer.settings().length())
                .max()
                .orElse(0);
        offers.forEach(offer -> out.println(
                offer.settings() + " ".repeat(width - offer.settings().length() + 2) + offer.words()));
        return 0;
    }
}
