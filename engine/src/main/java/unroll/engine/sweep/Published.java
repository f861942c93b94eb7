package unroll.engine.sweep;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.engine.experiment.Experiment;
import unroll.engine.file.ProgramFolder;
import unroll.engine.setting.SettingsJson;

/**
 * A number in print that runs of a sweep may be put beside.
 *
 * @param source where it stands: "thesis table 7.3"
 * @param what the row and column it stands in
 * @param where the settings of the runs it speaks of: a path and its value, or its kind
 * @param metric the name of our score that means the same
 * @param factor our score times this has the unit of the number
 * @param value the number
 */
record Published(
        String source, String what, Map<String, JsonElement> where, String metric, double factor, double value) {
    private static final String RESOURCE = "published.json";

    /** All that the program knows of. */
    static List<Published> all() {
        String text = ProgramFolder.text(Published.class, RESOURCE);
        List<Published> all = new ArrayList<>();
        for (JsonElement number : (JsonArray) SettingsJson.parse(text, RESOURCE)) {
            all.add(read((JsonObject) number));
        }
        return List.copyOf(all);
    }

    private static Published read(JsonObject number) {
        return new Published(
                number.get("source").getAsString(),
                number.get("what").getAsString(),
                number.getAsJsonObject("where").asMap(),
                number.get("metric").getAsString(),
                number.get("factor").getAsDouble(),
                number.get("value").getAsDouble());
    }

    /** Whether it speaks of runs with these settings. */
    boolean fits(Experiment experiment) {
        JsonElement settings = SettingsJson.parse(SettingsJson.write(experiment), experiment.name());
        return where.entrySet().stream()
                .allMatch(setting -> at(settings, setting.getKey())
                        .map(there -> same(there, setting.getValue()))
                        .orElse(false));
    }

    private static Optional<JsonElement> at(JsonElement settings, String path) {
        JsonElement there = settings;
        for (String name : path.split("\\.", -1)) {
            if (!(there instanceof JsonObject group) || !group.has(name)) {
                return Optional.empty();
            }
            there = group.get(name);
        }
        return Optional.of(there);
    }

    private static boolean same(JsonElement there, JsonElement wanted) {
        JsonElement value = there instanceof JsonObject choice && choice.has("kind") ? choice.get("kind") : there;
        return value instanceof JsonPrimitive a
                && wanted instanceof JsonPrimitive b
                && (a.isNumber() && b.isNumber() ? a.getAsDouble() == b.getAsDouble() : a.equals(b));
    }
}
