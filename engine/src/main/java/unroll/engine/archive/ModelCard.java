package unroll.engine.archive;

import com.google.gson.Gson;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import unroll.engine.series.ColumnUnit;
import unroll.engine.task.Appearance;
import unroll.engine.task.Signature;

/** What the numbers of a network's inputs and outputs stand for: as words in a file of its weights, and as a page beside it. */
final class ModelCard {
    private static final Gson JSON = new Gson();

    private final Signature signature;
    private final String experiment;

    ModelCard(Signature signature, String experiment) {
        this.signature = signature;
        this.experiment = experiment;
    }

    /**
     * For the metadata of a file: names of inputs and outputs as JSON lists, with what is subtracted from them and what they are then divided by
     * where they are standardised; the alphabet as one string, in the order of its codes.
     */
    Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        switch (signature.appearance()) {
            case Appearance.NamedNumbers numbers -> name(numbers, words);
            case Appearance.StickFigure figure -> name(figure.numbers(), words);
            case Appearance.Controlled controlled -> name(controlled.network(), words);
            case Appearance.Characters characters -> words.put("alphabet", text(characters.alphabet()));
            case Appearance.Classes classes -> {
                words.put("inputs", JSON.toJson(classes.inputs()));
                words.put("outputs", JSON.toJson(classes.outputs()));
            }
            case Appearance.Notes notes -> {
                words.put("first_key", Integer.toString(notes.keyboard().first()));
                words.put("keys", Integer.toString(notes.keyboard().count()));
                words.put("step", notes.step().words());
            }
            case Appearance.Picture picture -> {
                words.put("width", Integer.toString(picture.width()));
                words.put("height", Integer.toString(picture.height()));
            }
        }
        return words;
    }

    private static void name(Appearance.NamedNumbers numbers, Map<String, String> words) {
        words.put("inputs", JSON.toJson(numbers.inputs()));
        words.put("outputs", JSON.toJson(numbers.outputs()));
        if (measured(numbers)) {
            words.put("input_mean", numbers(numbers.given(), ColumnUnit::zero));
            words.put("input_deviation", numbers(numbers.given(), ColumnUnit::one));
            words.put("output_mean", numbers(numbers.units(), ColumnUnit::zero));
            words.put("output_deviation", numbers(numbers.units(), ColumnUnit::one));
        }
    }

    private static boolean measured(Appearance.NamedNumbers numbers) {
        return !numbers.given().equals(ColumnUnit.own(numbers.inputs().size()))
                || !numbers.units().equals(ColumnUnit.own(numbers.outputs().size()));
    }

    private static String numbers(List<ColumnUnit> units, ToDoubleFunction<ColumnUnit> number) {
        return JSON.toJson(units.stream().mapToDouble(number).toArray());
    }

    private static String text(List<Integer> alphabet) {
        return alphabet.stream().map(Character::toString).collect(Collectors.joining());
    }

    /** A page in Markdown that says how a file of such a form is used in Python. */
    String page(WeightsForm form, Path file) {
        String name = String.valueOf(file.getFileName());
        StringBuilder page = new StringBuilder();
        page.append(
                String.format(Locale.ROOT, "# %s%n%n%s, written by Unroll as %s.%n%n", name, experiment, form.label()));
        page.append("What the network's numbers stand for is in the file's metadata under the names that follow.\n\n");
        words().forEach((word, value) -> page.append("- `")
                .append(word)
                .append("`: `")
                .append(JSON.toJson(shortened(value)))
                .append("`\n"));
        page.append("\n```python\n")
                .append(loading(form, name))
                .append(feeding(form))
                .append("```\n");
        return page.toString().replace(System.lineSeparator(), "\n");
    }

    private static String shortened(String value) {
        return value.length() <= 400 ? value : value.substring(0, 400) + "\u2026";
    }

    private static String loading(WeightsForm form, String name) {
        return form == WeightsForm.ONNX ? """
            import json, numpy as np, onnxruntime
            net = onnxruntime.InferenceSession(%s)
            meta = net.get_modelmeta().custom_metadata_map
            """.formatted(JSON.toJson(name)) : """
                import json, numpy as np
                from safetensors import safe_open
                with safe_open(%s, "np") as file:
                    meta = file.metadata()
                    weights = {key: file.get_tensor(key) for key in file.keys()}
                """.formatted(JSON.toJson(name));
    }

    /** How inputs are made of data and data of outputs; x is {@code [time][batch][inputs]}. */
    private String feeding(WeightsForm form) {
        String run = form == WeightsForm.ONNX
                ? "y = net.run([\"output\"], {\"input\": x.astype(np.float32)})[0]  # [time][batch][outputs]\n"
                : "# y = the outputs of the network with these weights for x, [time][batch][outputs]\n";
        return switch (signature.appearance()) {
            case Appearance.NamedNumbers numbers when measured(numbers) -> scaled(run);
            case Appearance.StickFigure _ -> scaled(run);
            case Appearance.Controlled _ -> scaled(run);
            case Appearance.Characters _ -> """
                code = {character: i for i, character in enumerate(meta["alphabet"])}
                other = code.get("\\ufffd", 0)  # stands for every character that has no code
                x = np.eye(len(code))[[code.get(character, other) for character in text]][:, None]
                """ + run + "next_character = meta[\"alphabet\"][int(y[-1, 0].argmax())]\n";
            default -> "# x: inputs [time][batch][inputs]\n" + run;
        };
    }

    private static String scaled(String run) {
        return """
            mean, deviation = (np.array(json.loads(meta[k])) for k in ("input_mean", "input_deviation"))
            # rows: your data [time][batch][inputs], columns in the order of json.loads(meta["inputs"])
            x = (rows - mean) / deviation
            """ + run + """
            mean, deviation = (np.array(json.loads(meta[k])) for k in ("output_mean", "output_deviation"))
            predicted = y * deviation + mean
            """;
    }
}
