package unroll.engine.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import unroll.engine.experiment.Experiment;
import unroll.engine.setting.SettingsException;
import unroll.engine.setting.SettingsJson;

/**
 * Reads the document of a sweep: {@code name}, {@code about}, the experiment {@code base}, {@code stop}, and {@code axes}. Where
 * axes do not go with each other there are {@code grids}, lists of axes, each of which goes with the common ones.
 *
 * <p>An axis {@code {"axis": "T", "set": "task.delay", "values": [50, 100]}} names one setting, or a list of them that get the
 * same value. A value that needs another label is {@code {"label": "long", "value": 100}}; one that changes other settings is
 * {@code {"label": "long", "set": {"task.delay": 100, "training.batch": 32}}}.
 */
final class SweepJson {
    private static final Set<String> DOCUMENT = Set.of("name", "about", "base", "axes", "grids", "stop");
    private static final Set<String> AXIS = Set.of("axis", "set", "values");
    private static final Set<String> VALUE = Set.of("label", "set", "value");
    private static final String LABEL = "label";
    private static final String VALUES = "values";
    private static final String SET = "set";

    private final String source;
    private final Path folder;

    /**
     * @param source the document's name, for messages
     * @param folder where paths of files begin that begin nowhere
     */
    SweepJson(String source, Path folder) {
        this.source = source;
        this.folder = folder;
    }

    Sweep read(String text) {
        JsonObject document = object(SettingsJson.parse(text, source), "", DOCUMENT);
        JsonElement base = document.get("base");
        if (base == null) {
            throw refused("", "needs a \"base\": the experiment that all runs have in common");
        }
        JsonElement stop = document.has("stop") ? document.get("stop") : new JsonObject();
        return new Sweep(
                document.has("name") ? word(document.get("name"), "name") : "sweep",
                document.has("about") ? word(document.get("about"), "about") : "",
                SettingsJson.read(Experiment.class, base, source + ": base", folder),
                grids(document),
                SettingsJson.read(Stop.class, stop, source + ": stop"),
                text,
                folder);
    }

    /** The axes of each grid: its own, and then those that all have. */
    private List<List<Axis>> grids(JsonObject document) {
        List<Axis> common = document.has("axes") ? axes(document.get("axes"), "axes") : List.of();
        List<List<Axis>> grids = new ArrayList<>();
        if (document.has("grids")) {
            for (JsonElement grid : array(document.get("grids"), "grids")) {
                List<Axis> all = new ArrayList<>(axes(grid, "grids"));
                all.addAll(common);
                grids.add(all);
            }
        } else {
            grids.add(common);
        }
        for (List<Axis> grid : grids) {
            if (grid.stream().map(Axis::name).distinct().count() < grid.size()) {
                throw refused("axes", "two axes of a grid have the same name");
            }
        }
        return grids;
    }

    private List<Axis> axes(JsonElement tree, String place) {
        List<Axis> axes = new ArrayList<>();
        for (JsonElement axis : array(tree, place)) {
            axes.add(axis(object(axis, place, AXIS)));
        }
        return axes;
    }

    private Axis axis(JsonObject axis) {
        String name = axis.has("axis") ? word(axis.get("axis"), "axis") : "";
        String place = "axis '" + name + "'";
        if (!axis.has(VALUES)) {
            throw refused(place, "needs a list of \"values\"");
        }
        List<String> paths = axis.has(SET) ? paths(axis.get(SET), place) : List.of();
        List<Axis.Value> values = new ArrayList<>();
        for (JsonElement value : array(axis.get(VALUES), place)) {
            values.add(checked(() -> value(value, paths, place)));
        }
        return checked(() -> new Axis(name, values));
    }

    private Axis.Value value(JsonElement tree, List<String> paths, String place) {
        Map<String, JsonElement> changes = new LinkedHashMap<>();
        if (!(tree instanceof JsonObject object) || !object.has(LABEL)) {
            paths.forEach(path -> changes.put(path, tree));
            return new Axis.Value(label(tree, place), needed(changes, place));
        }
        String label = word(object(object, place, VALUE).get(LABEL), place);
        if (object.has("value")) {
            paths.forEach(path -> changes.put(path, object.get("value")));
            needed(changes, place);
        }
        if (object.has(SET)) {
            if (!(object.get(SET) instanceof JsonObject more)) {
                throw refused(place, "the \"set\" of a value is {\"task.length\": 50, ...}");
            }
            more.asMap().forEach(changes::put);
        }
        return new Axis.Value(label, Collections.unmodifiableMap(changes));
    }

    private Map<String, JsonElement> needed(Map<String, JsonElement> changes, String place) {
        if (changes.isEmpty()) {
            throw refused(place, "needs \"set\": the path of the setting that takes its values, such as task.length");
        }
        return Collections.unmodifiableMap(changes);
    }

    /** What a value without a label is called: as it is written, or by its kind. */
    private String label(JsonElement tree, String place) {
        if (tree instanceof JsonPrimitive primitive) {
            return primitive.getAsString();
        }
        if (tree instanceof JsonObject object && object.get("kind") instanceof JsonPrimitive kind) {
            return kind.getAsString();
        }
        throw refused(place, "the value " + tree + " needs a name: write {\"label\": \"...\", \"value\": ...}");
    }

    private List<String> paths(JsonElement tree, String place) {
        if (tree instanceof JsonPrimitive one) {
            return List.of(one.getAsString());
        }
        List<String> paths = new ArrayList<>();
        array(tree, place).forEach(path -> paths.add(word(path, place)));
        return paths;
    }

    private JsonObject object(JsonElement tree, String place, Set<String> known) {
        if (!(tree instanceof JsonObject object)) {
            throw refused(place, "expected something in braces, found " + tree);
        }
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                throw refused(
                        place,
                        "unknown name '" + name + "'; known here: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return object;
    }

    private JsonArray array(JsonElement tree, String place) {
        if (!(tree instanceof JsonArray array)) {
            throw refused(place, "expected a list in brackets, found " + tree);
        }
        return array;
    }

    private String word(JsonElement tree, String place) {
        if (!(tree instanceof JsonPrimitive primitive)) {
            throw refused(place, "expected a word, found " + tree);
        }
        return primitive.getAsString();
    }

    /** Something of this document that its record may refuse. */
    private <A> A checked(Supplier<A> make) {
        try {
            return make.get();
        } catch (SettingsException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(source) ? e : refused("", message);
        }
    }

    private SettingsException refused(String place, String complaint) {
        return new SettingsException(source, place.isEmpty() ? complaint : place + ": " + complaint);
    }
}
