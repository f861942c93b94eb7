package unroll.app.kept;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What was opened last.
 *
 * @param paths absolute, the newest first, each once
 */
public record Recents(List<Path> paths) {
    /** So many are remembered. */
    public static final int MOST = 10;

    /** Before anything was opened. */
    public static final Recents NONE = new Recents(List.of());

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    public Recents {
        paths = paths.stream().distinct().limit(MOST).toList();
    }

    /** The same after {@code path} was opened. */
    public Recents opened(Path path) {
        List<Path> after = new ArrayList<>(paths);
        after.addFirst(path.toAbsolutePath().normalize());
        return new Recents(after);
    }

    /** As a JSON list of paths. */
    public static KeptFile.Format<Recents> format() {
        return new KeptFile.Format<>(Recents::read, Recents::write);
    }

    private static String write(Recents recents) {
        JsonArray list = new JsonArray();
        recents.paths().forEach(path -> list.add(path.toString()));
        return GSON.toJson(list) + "\n";
    }

    private static Recents read(String text) {
        try {
            List<Path> paths = new ArrayList<>();
            for (JsonElement one : JsonParser.parseString(text).getAsJsonArray()) {
                paths.add(Path.of(one.getAsString()));
            }
            return new Recents(paths);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("it is no list of paths", e);
        }
    }
}
