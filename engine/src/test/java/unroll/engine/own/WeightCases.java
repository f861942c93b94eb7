package unroll.engine.own;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import unroll.engine.backend.Activation;
import unroll.engine.backend.Precision;
import unroll.engine.backend.ReferenceBackend;
import unroll.engine.exchange.WeightsFile;
import unroll.engine.file.Safetensors;
import unroll.engine.file.Tensor;
import unroll.engine.loss.Loss;
import unroll.engine.model.Gru;
import unroll.engine.model.Layout;
import unroll.engine.model.ModelSettings;
import unroll.engine.model.Parameters;
import unroll.engine.model.StandardLstm;
import unroll.engine.model.StandardRnn;
import unroll.engine.rollout.Rollout;
import unroll.engine.rollout.StepCriterion;

/** Weights: hidden states as computed by another program, numbers that are known, and what the format forbids. */
final class WeightCases {
    private static final String KIND = "weights";

    /** Single precision, carried on over 20 steps. */
    private static final double TOLERANCE = 2e-5;

    /** What is true of those that are to be refused. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("burn-mnist.safetensors", "it holds no recurrent layer, but conv1.bias"),
            Map.entry("odd/projected-lstm.safetensors", "rnn.weight_hr_l0 belongs to an LSTM with a projection"),
            Map.entry("odd/bad-header-longer-than-file.safetensors", "it is truncated or no safetensors file"),
            Map.entry("odd/bad-seven-bytes.safetensors", "it is truncated or no safetensors file"),
            Map.entry("odd/bad-cut-off.safetensors", "it is cut off: "),
            Map.entry("odd/bad-bytes-after.safetensors", "bytes too many"),
            Map.entry("odd/bad-hole.safetensors", "belong to no tensor"),
            Map.entry("odd/bad-end-before-begin.safetensors", "which is no place"),
            Map.entry("odd/bad-negative-offset.safetensors", "which is no place"),
            Map.entry("odd/bad-shape-overflow.safetensors", "bytes are kept for it"),
            Map.entry("odd/bad-not-json.safetensors", "it is no JSON"),
            Map.entry("odd/bad-not-utf8.safetensors", "is no UTF-8"),
            Map.entry("odd/bad-header-is-a-list.safetensors", "it is JSON, but no object of tensors"),
            Map.entry("odd/bad-deeply-nested.safetensors", "it is no JSON"),
            Map.entry(
                    "odd/bad-fractional-offset.safetensors", "has 0.0 in its data_offsets, which is no whole number"));

    private final Path folder;
    private final Path scratch;

    private WeightCases(Path folder, Path scratch) {
        this.folder = folder;
        this.scratch = scratch;
    }

    static List<FileOutcome> all(Path folder, Path scratch) throws IOException {
        WeightCases cases = new WeightCases(folder, scratch);
        List<FileOutcome> outcomes = new ArrayList<>();
        for (Map<String, String> row : KnownFigures.read(folder.resolve("index.tsv"))) {
            String name = row.getOrDefault("file", "");
            if (name.endsWith(".safetensors")) {
                outcomes.add(FileOutcome.of(
                        KIND,
                        name,
                        row.getOrDefault("note", ""),
                        REASONS.getOrDefault(name, ""),
                        () -> cases.read(name)));
            }
        }
        return outcomes;
    }

    private String read(String name) throws IOException, FileOutcome.Wrong {
        return switch (name) {
            case "silero_vad_16k.safetensors" -> silero();
            case "torch-from-burn-gru.safetensors" -> burn(name, new Gru(8));
            case "torch-from-burn-rnn.safetensors" -> burn(name, new StandardRnn(8, Activation.TANH));
            case "torch-from-burn-lstm.safetensors" -> burn(name, new StandardLstm(8));
            case "torch-from-burn-lstm_with_initial_state.safetensors" ->
                // the answer begins elsewhere, and the weights are those of a module without first states
                words(WeightsFile.read(
                        folder.resolve(name),
                        new StandardLstm(8),
                        new StandardLstm(8).model(4, 3).layout()));
            case "odd/types.safetensors" -> types(name);
            case "odd/good-order-of-data.safetensors" -> order(name);
            case "odd/good-no-tensors.safetensors",
                    "odd/good-zero-size.safetensors",
                    "odd/good-not-aligned.safetensors" ->
                Safetensors.read(folder.resolve(name)).tensors().size() + " tensors";
            case "burn-mnist.safetensors", "odd/lstm-f16.safetensors", "odd/module-prefix.safetensors" ->
                words(lstm(name));
            default -> words(lstm(name));
        };
    }

    private WeightsFile.LoadedWeights lstm(String name) {
        ModelSettings model = new StandardLstm(2);
        return WeightsFile.read(folder.resolve(name), model, model.model(3, 1).layout());
    }

    private static String words(WeightsFile.LoadedWeights weights) {
        return String.join(" ", weights.parameters().length + " parameters", String.join(" ", weights.leftOut()));
    }

    private String silero() throws IOException, FileOutcome.Wrong {
        String name = "silero_vad_16k.safetensors";
        ModelSettings model = new StandardLstm(128);
        WeightsFile.LoadedWeights whole = WeightsFile.read(
                folder.resolve(name), model, model.model(128, 1).layout());
        JsonObject answer = json("silero-lstm-known-answer.json");
        double[][] input = rows(answer.getAsJsonArray("input"));
        double[][] right = rows(answer.getAsJsonArray("hidden"));
        Map<String, Tensor> tensors = tensors(name);
        tensors.keySet().removeIf(tensor -> !tensor.startsWith("lstm_cell."));
        return words(whole) + " " + compared(tensors, model, input, right, 1);
    }

    private String burn(String name, ModelSettings model) throws IOException, FileOutcome.Wrong {
        WeightsFile.LoadedWeights whole =
                WeightsFile.read(folder.resolve(name), model, model.model(4, 3).layout());
        JsonObject answer =
                json("onnx/" + name.substring("torch-from-".length()).replace(".safetensors", ".json"));
        double[][] input = rows(answer.getAsJsonArray("input"));
        double[][] right = rows(answer.getAsJsonArray("Y"));
        Map<String, Tensor> tensors = tensors(name);
        tensors.keySet().removeIf(tensor -> tensor.startsWith("head."));
        return words(whole) + " " + compared(tensors, model, input, right, 2);
    }

    private Map<String, Tensor> tensors(String name) {
        return new TreeMap<>(Safetensors.read(folder.resolve(name)).tensors());
    }

    /** The hidden states of the recurrent layer alone, seen through a linear layer that changes nothing. */
    private String compared(
            Map<String, Tensor> tensors, ModelSettings model, double[][] input, double[][] right, int sequences)
            throws IOException, FileOutcome.Wrong {
        int hidden = right[0].length;
        int inputs = input[0].length;
        double[] same = new double[hidden * hidden];
        for (int i = 0; i < hidden; i++) {
            same[i * hidden + i] = 1;
        }
        tensors.put("linear.weight", new Tensor(Precision.SINGLE, List.of(hidden, hidden), same));
        Path file = Files.write(
                scratch.resolve("module.safetensors"), Safetensors.encode(new Safetensors.Content(Map.of(), tensors)));
        Layout layout = model.model(inputs, hidden).layout();
        double[] theta = WeightsFile.read(file, model, layout).parameters();
        double[] states = states(model, layout, theta, input, hidden, sequences);
        double largest = 0;
        for (int i = 0; i < states.length; i++) {
            largest = Math.max(largest, Math.abs(states[i] - right[i / hidden][i % hidden]));
        }
        String distance = String.format(Locale.ROOT, "Hidden states differ by %.1e at most.", largest);
        if (!(largest < TOLERANCE)) {
            throw new FileOutcome.Wrong(distance);
        }
        return distance;
    }

    private static double[] states(
            ModelSettings model, Layout layout, double[] theta, double[][] input, int hidden, int sequences) {
        ReferenceBackend backend = new ReferenceBackend();
        Parameters parameters = Parameters.of(layout, backend);
        backend.write(theta, 0, parameters.value());
        int steps = input.length / sequences;
        Rollout rollout = new Rollout(
                backend,
                model.model(input[0].length, hidden),
                StepCriterion.of(Loss.SQUARED),
                parameters,
                new Rollout.Shape(steps, sequences, input[0].length, false));
        double[] flat = Arrays.stream(input).flatMapToDouble(Arrays::stream).toArray();
        double[] ones = new double[input.length];
        Arrays.fill(ones, 1);
        rollout.load(flat, new double[input.length * hidden], ones);
        rollout.value(1);
        double[] states = new double[input.length * hidden];
        backend.read(rollout.output().value(), states, 0);
        return states;
    }

    private JsonObject json(String name) throws IOException {
        return JsonParser.parseString(Files.readString(folder.resolve(name))).getAsJsonObject();
    }

    /** The innermost lists of nested ones, in their order. */
    private static double[][] rows(JsonArray list) {
        List<double[]> rows = new ArrayList<>();
        collect(list, rows);
        return rows.toArray(double[][]::new);
    }

    private static void collect(JsonArray list, List<double[]> rows) {
        if (list.get(0).isJsonArray()) {
            list.forEach(inner -> collect(inner.getAsJsonArray(), rows));
        } else {
            rows.add(StreamSupport.stream(list.spliterator(), false)
                    .mapToDouble(JsonElement::getAsDouble)
                    .toArray());
        }
    }

    /** k / 8 - 0.5 in four types. */
    private String types(String name) throws FileOutcome.Wrong {
        Safetensors.Content content = Safetensors.read(folder.resolve(name));
        for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
            for (int k = 0; k < 12; k++) {
                if (entry.getValue().numbers()[k] != k / 8.0 - 0.5) {
                    throw new FileOutcome.Wrong(entry.getKey() + "[" + k + "] is "
                            + entry.getValue().numbers()[k]);
                }
            }
        }
        return String.join(", ", content.tensors().keySet()) + " are right; not read: "
                + String.join(", ", content.others().keySet());
    }

    private String order(String name) throws FileOutcome.Wrong {
        double first = Objects.requireNonNull(tensors(name).get("a")).numbers()[0];
        if (first != 12) {
            throw new FileOutcome.Wrong("a[0][0] is " + first);
        }
        return "a[0][0] is 12";
    }
}
