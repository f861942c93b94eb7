package unroll.app.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import unroll.app.control.Chooser;
import unroll.engine.setting.Presets;

/** A choice among settings that have names, which shows whether one of them holds. */
final class PresetRow extends HBox {
    /** No name fits the settings. */
    private static final String NONE = "";

    private final SettingSlot slot;
    private final Chooser chooser;
    private SequencedMap<String, Record> presets = new LinkedHashMap<>();

    /** @param choose takes the name and the settings that a person chooses */
    PresetRow(SettingSlot slot, BiConsumer<String, Record> choose) {
        this.slot = slot;
        chooser = new Chooser(
                "Preset", "Settings that go together; those below can still be changed one by one", name -> {
                    Record chosen = presets.get(name);
                    if (chosen != null) {
                        choose.accept(name, chosen);
                    }
                });
        chooser.getStyleClass().setAll("combo-box-base", "combo-box", "value-choice");
        Label label = new Label("Preset");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Region between = new Region();
        setHgrow(between, Priority.ALWAYS);
        getStyleClass().add("setting-line");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(label, between, chooser);
    }

    /** Shows the name of the settings, if they have one. */
    void show(Record root) {
        Record now = (Record) slot.of(root);
        presets = ((Presets) now).presets();
        SequencedMap<String, String> titles = new LinkedHashMap<>();
        titles.put(NONE, "none");
        presets.keySet().forEach(name -> titles.put(name, name));
        chooser.show(
                titles,
                presets.entrySet().stream()
                        .filter(preset -> preset.getValue().equals(now))
                        .findFirst()
                        .map(Map.Entry::getKey)
                        .orElse(NONE));
    }
}
