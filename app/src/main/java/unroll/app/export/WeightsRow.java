package unroll.app.export;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import unroll.engine.archive.WeightsForm;

/** What the weights of the network that is open can be written as, and why not as something else. */
final class WeightsRow extends VBox {
    private static final Map<WeightsForm, String> HELP = new EnumMap<>(Map.of(
            WeightsForm.SAFETENSORS,
                    "All weights by their names here; every network has this, and Open weights reads it",
            WeightsForm.PYTORCH, "Named and ordered as torch.nn.RNN, LSTM or GRU, for load_state_dict",
            WeightsForm.ONNX, "A model that computes in other programs"));

    private final Function<WeightsForm, Optional<String>> refusal;
    private final Map<WeightsForm, Button> buttons = new EnumMap<>(WeightsForm.class);
    private final Label reasons = new Label();

    /**
     * A row of buttons.
     *
     * @param refusal why there is no such file; empty where there is one
     * @param save asks for a file and writes it
     */
    WeightsRow(Function<WeightsForm, Optional<String>> refusal, Consumer<WeightsForm> save) {
        this.refusal = refusal;
        HBox row = new HBox();
        row.getStyleClass().add("export-line");
        for (WeightsForm form : WeightsForm.values()) {
            Button button = new Button(form.label() + "\u2026");
            button.setMinWidth(USE_PREF_SIZE);
            button.setTooltip(new Tooltip(HELP.get(form)));
            button.setOnAction(event -> save.accept(form));
            buttons.put(form, button);
            row.getChildren().add(button);
        }
        reasons.getStyleClass().add("export-summary");
        reasons.setWrapText(true);
        reasons.managedProperty().bind(reasons.textProperty().isNotEmpty());
        getChildren().addAll(row, reasons);
    }

    /** Looks again which forms there are. */
    void refresh() {
        Set<String> why = new LinkedHashSet<>();
        buttons.forEach((form, button) -> {
            Optional<String> refused = refusal.apply(form);
            refused.ifPresent(why::add);
            button.setDisable(refused.isPresent());
        });
        reasons.setText(why.stream().map(one -> one + ".").collect(Collectors.joining(" ")));
    }
}
