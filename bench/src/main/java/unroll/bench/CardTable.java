package unroll.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import unroll.engine.backend.Accelerator;
import unroll.engine.backend.Accelerator.Available;
import unroll.engine.backend.Accelerator.Unavailable;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Backend;
import unroll.engine.backend.Buffer;
import unroll.engine.backend.Precision;
import unroll.engine.backend.Products;
import unroll.engine.gradient.ThroughTime;
import unroll.engine.init.VariancePreserving;
import unroll.engine.loss.Loss;
import unroll.engine.model.Model;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.MultiplicativeRnn;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.objective.GaussNewton;
import unroll.engine.objective.Regularisation;
import unroll.engine.objective.ShardedObjective;
import unroll.engine.objective.Workers;
import unroll.engine.problem.Problem;
import unroll.engine.random.Philox;
import unroll.engine.random.Purpose;

/**
 * Prints what a gradient and a Gauss-Newton product cost on a card, and what PyTorch's gradient costs there, in the same run. No JMH
 * benchmark, for what is measured runs elsewhere: medians of calls that wait for their result.
 */
final class CardTable {
    private static final PrintStream OUT = System.out;
    private static final int WARM = 10;
    private static final int SAMPLES = 30;
    private static final int SYMBOLS = 86;

    private CardTable() {}

    /** @param args where PyTorch's script is; {@code bench/peer/pytorch.py} if not said */
    public static void main(String[] args) throws IOException, InterruptedException {
        switch (Accelerator.found(0, Precision.SINGLE, Products.EXACT)) {
            case Unavailable(String reason) -> OUT.println("Nothing to measure: " + reason + ".");
            case Available exact -> {
                measure(exact.open().get());
                if (Accelerator.found(0, Precision.SINGLE, Products.TF32) instanceof Available fast) {
                    measure(fast.open().get());
                }
                peer(args.length > 0 ? args[0] : "bench/peer/pytorch.py");
            }
        }
    }

    private static void measure(Backend backend) {
        OUT.println(backend.description());
        OUT.println("| | gradient ms | Gauss-Newton product ms |\n|---|---|---|");
        for (int[] size : new int[][] {{100, 100, 100}, {256, 100, 100}, {1500, 300, 250}}) {
            measure(backend, "RNN", new StandardRnn(size[0], Activation.TANH), size, false);
            measure(backend, "LSTM", new StandardLstm(size[0]), size, false);
        }
        int[] large = {1500, 300, 250};
        measure(backend, "MRNN", new MultiplicativeRnn(1500, 1500, Activation.TANH), large, true);
    }

    private static void measure(Backend backend, String name, ModelSettings settings, int[] size, boolean symbols) {
        int inputs = symbols ? SYMBOLS : 2;
        int outputs = symbols ? SYMBOLS : 1;
        Model model = settings.model(inputs, outputs);
        Noise task = new Noise(inputs, symbols, size[2], outputs, symbols ? Loss.SOFTMAX : Loss.SQUARED);
        try (Workers workers = new Workers(1)) {
            ShardedObjective objective = new ShardedObjective(
                    backend, new Problem(task, model), new ThroughTime(), Regularisation.NONE, size[1], 1, workers);
            Buffer theta = backend.allocate(1, model.layout().size());
            Buffer gradient = backend.allocate(1, model.layout().size());
            backend.write(
                    new VariancePreserving(1).draw(model.layout(), new Philox(1, Purpose.INITIALISATION)), 0, theta);
            GaussNewton curvature = objective.whole().curvature().require("This table");
            objective.draw(0);
            double first = median(() -> objective.whole().gradient(theta, gradient));
            double second = median(() -> {
                curvature.product(theta, 0.01, gradient);
                return backend.dot(gradient, gradient); // until it is there
            });
            OUT.printf(
                    Locale.ROOT,
                    "| %s H %d, B %d, T %d | %.3f | %.3f |%n",
                    name,
                    size[0],
                    size[1],
                    size[2],
                    first,
                    second);
        }
    }

    private interface Asked {
        double answer();
    }

    /** Milliseconds. */
    private static double median(Asked asked) {
        double[] times = new double[SAMPLES];
        for (int i = -WARM; i < SAMPLES; i++) {
            long begin = System.nanoTime();
            double answer = asked.answer();
            if (!Double.isFinite(answer)) {
                throw new IllegalStateException("the numbers ended: " + answer);
            }
            times[Math.max(i, 0)] = (System.nanoTime() - begin) * 1e-6;
        }
        Arrays.sort(times);
        return times[SAMPLES / 2];
    }

    private static void peer(String script) throws IOException, InterruptedException {
        OUT.println("\n| PyTorch | precision | gradient ms |\n|---|---|---|");
        Process process =
                new ProcessBuilder("python3", script).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() == 0) {
            told.lines().forEach(line -> OUT.println("| " + line.replace("\t", " | ") + " |"));
        } else {
            OUT.println("PyTorch was not measured: " + told.strip());
        }
    }
}
