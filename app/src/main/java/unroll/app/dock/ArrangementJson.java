package unroll.app.dock;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arrangements as JSON: a place is {@code {"views": [...], "front": "loss"}}, a split has {@code "across"} or {@code "down"}. */
public final class ArrangementJson {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private ArrangementJson() {}

    public static String write(Arrangement arrangement) {
        JsonObject json = new JsonObject();
        arrangement.main().ifPresent(main -> json.add("main", json(main)));
        JsonArray windows = new JsonArray();
        for (Arrangement.Window window : arrangement.windows()) {
            JsonObject one = new JsonObject();
            one.addProperty("x", window.x());
            one.addProperty("y", window.y());
            one.addProperty("width", window.width());
            one.addProperty("height", window.height());
            one.add("part", json(window.part()));
            if (!window.tabs().isEmpty()) {
                JsonArray tabs = new JsonArray();
                window.tabs().forEach(tabs::add);
                one.add("tabs", tabs);
            }
            windows.add(one);
        }
        json.add("windows", windows);
        return GSON.toJson(json);
    }

    private static JsonElement json(DockPart part) {
        JsonObject json = new JsonObject();
        JsonArray list = new JsonArray();
        switch (part) {
            case DockPart.Place place -> {
                place.views().forEach(list::add);
                json.add("views", list);
                json.addProperty("front", place.front());
            }
            case DockPart.Split split -> {
                JsonArray shares = new JsonArray();
                split.parts().forEach(inner -> list.add(json(inner)));
                split.shares().forEach(shares::add);
                json.add(split.across() ? "across" : "down", list);
                json.add("shares", shares);
            }
        }
        return json;
    }

    /**
     * The arrangement that was written.
     *
     * @throws IllegalArgumentException with a sentence where the text is none
     */
    public static Arrangement read(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            List<Arrangement.Window> windows = new ArrayList<>();
            for (JsonElement one : array(json, "windows")) {
                JsonObject window = one.getAsJsonObject();
                windows.add(new Arrangement.Window(
                        number(window, "x"),
                        number(window, "y"),
                        number(window, "width"),
                        number(window, "height"),
                        part(window.get("part")),
                        window.has("tabs") ? texts(window, "tabs") : List.of()));
            }
            return new Arrangement(json.has("main") ? Optional.of(part(json.get("main"))) : Optional.empty(), windows);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("it is no arrangement of views", e);
        }
    }

    private static DockPart part(JsonElement element) {
        JsonObject json = element.getAsJsonObject();
        if (json.has("views")) {
            return new DockPart.Place(texts(json, "views"), json.get("front").getAsString());
        }
        boolean across = json.has("across");
        List<DockPart> parts = array(json, across ? "across" : "down").asList().stream()
                .map(ArrangementJson::part)
                .toList();
        List<Double> shares = array(json, "shares").asList().stream()
                .map(JsonElement::getAsDouble)
                .toList();
        return new DockPart.Split(across, parts, shares);
    }

    private static JsonArray array(JsonObject json, String name) {
        return json.get(name).getAsJsonArray();
    }

    private static List<String> texts(JsonObject json, String name) {
        return array(json, name).asList().stream().map(JsonElement::getAsString).toList();
    }

    private static double number(JsonObject json, String name) {
        double number = json.get(name).getAsDouble();
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a window whose " + name + " is " + number);
        }
        return number;
    }
}
