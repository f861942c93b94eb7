package unroll.app.kept;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import unroll.app.edit.Edit;
import unroll.app.edit.History;
import unroll.engine.experiment.Experiment;
import unroll.engine.record.RunFolder;
import unroll.engine.setting.FilePath;
import unroll.engine.setting.SettingsJson;
import unroll.engine.setting.SettingsList;

/**
 * What a person edited of an experiment since it was opened.
 *
 * @param run the folder of its run, which may have nothing in it yet
 * @param edits one at least, oldest first: those done, then those undone
 * @param done how many of them are done
 */
public record EditLog(String run, List<Edit<Experiment>> edits, int done) {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    public EditLog {
        edits = List.copyOf(edits);
        if (edits.isEmpty() || done < 0 || done > edits.size()) {
            throw new IllegalArgumentException("of " + edits.size() + " edits " + done + " are done");
        }
    }

    /** The edits of a history; empty if there are none. */
    public static Optional<EditLog> of(String run, History<Experiment> history) {
        return history.edits().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new EditLog(run, history.edits(), history.doneProperty().get()));
    }

    /** The same of another folder, in which the run may name its files by other paths. */
    public EditLog in(RunFolder folder) {
        Map<String, FilePath> before = SettingsList.files(edits.getFirst().before());
        Map<String, FilePath> now = SettingsList.files(folder.experiment());
        return new EditLog(
                folder.path().toString(),
                edits.stream()
                        .map(edit -> new Edit<>(
                                edit.name(), moved(edit.before(), before, now), moved(edit.after(), before, now)))
                        .toList(),
                done);
    }

    /** With each file that was before where it is now. */
    private static Experiment moved(Experiment experiment, Map<String, FilePath> before, Map<String, FilePath> now) {
        Experiment moved = experiment;
        for (Map.Entry<String, FilePath> named : SettingsList.files(experiment).entrySet()) {
            FilePath there = now.get(named.getKey());
            if (there != null && named.getValue().equals(before.get(named.getKey()))) {
                moved = SettingsJson.with(moved, named.getKey(), there.toString());
            }
        }
        return moved;
    }

    /** What the edits led to. */
    public Experiment value() {
        return done == 0 ? edits.getFirst().before() : edits.get(done - 1).after();
    }

    /** As JSON: the experiment before all edits, and what each made of it. */
    public String json() {
        JsonArray list = new JsonArray();
        for (Edit<Experiment> edit : edits) {
            JsonObject one = new JsonObject();
            one.addProperty("name", edit.name());
            one.add("after", tree(edit.after()));
            list.add(one);
        }
        JsonObject json = new JsonObject();
        json.addProperty("run", run);
        json.addProperty("done", done);
        json.add("first", tree(edits.getFirst().before()));
        json.add("edits", list);
        return GSON.toJson(json) + "\n";
    }

    private static JsonElement tree(Experiment experiment) {
        return JsonParser.parseString(SettingsJson.write(experiment));
    }

    /**
     * The edits that were written.
     *
     * @throws IllegalArgumentException with a sentence where the text holds none
     */
    public static EditLog read(String text) {
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            Experiment before = experiment(json.get("first"));
            List<Edit<Experiment>> edits = new ArrayList<>();
            for (JsonElement one : json.get("edits").getAsJsonArray()) {
                JsonObject edit = one.getAsJsonObject();
                Experiment after = experiment(edit.get("after"));
                edits.add(new Edit<>(edit.get("name").getAsString(), before, after));
                before = after;
            }
            return new EditLog(
                    json.get("run").getAsString(), edits, json.get("done").getAsInt());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("it tells of no edits", e);
        }
    }

    private static Experiment experiment(JsonElement tree) {
        return SettingsJson.read(Experiment.class, tree, "edits");
    }

    /** Edits that may be none, which is an empty file. */
    public static KeptFile.Format<Optional<EditLog>> format() {
        return new KeptFile.Format<>(
                text -> text.isBlank() ? Optional.empty() : Optional.of(read(text)),
                log -> log.map(EditLog::json).orElse(""));
    }
}
