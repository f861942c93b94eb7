package unroll.app.control;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/**
 * A row whose parts are whole or not there: where there is no room for all, the least important make way first,
 * and come back where one that became narrower after them leaves room.
 */
public class FittingRow extends HBox {
    private final List<Part> parts = new ArrayList<>();

    /** To the parts that come and go. */
    private Subscription subscription = Subscription.EMPTY;

    /** A part with its forms, the widest first, of which one is shown or none. */
    private static final class Part {
        final List<Node> forms;
        final int importance;
        final boolean stays;
        final Optional<ObservableValue<Boolean>> wanted;
        int form;

        /** The first form that may be shown. */
        int widest;

        Part(List<Node> forms, int importance, boolean stays, Optional<ObservableValue<Boolean>> wanted) {
            this.forms = forms;
            this.importance = importance;
            this.stays = stays;
            this.wanted = wanted;
        }

        void restore() {
            boolean there = wanted.isEmpty() || wanted.get().getValue();
            form = there ? widest : forms.size();
        }

        boolean canYield() {
            return form < forms.size() - (stays ? 1 : 0);
        }

        Optional<Node> shown() {
            return form < forms.size() ? Optional.of(forms.get(form)) : Optional.empty();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    /** Takes all parts away. */
    public final void clear() {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        parts.clear();
        getChildren().clear();
    }

    /** Adds a part that stays, in the narrowest of its forms at least. */
    public final void addStaying(int importance, Node... forms) {
        add(new Part(List.of(forms), importance, true, Optional.empty()));
    }

    /** Adds a part that goes where there is no room for it. */
    public final void addYielding(int importance, Node node) {
        add(new Part(List.of(node), importance, false, Optional.empty()));
    }

    /** Adds a part that is there while it is wanted, and goes where there is no room for it. */
    public final void addYielding(int importance, Node node, ObservableValue<Boolean> wanted) {
        add(new Part(List.of(node), importance, false, Optional.of(wanted)));
        subscription = subscription.and(wanted.subscribe(this::requestLayout));
    }

    private void add(Part part) {
        parts.add(part);
        getChildren().addAll(part.forms);
    }

    @Override
    protected void layoutChildren() {
        fit(getWidth() - getInsets().getLeft() - getInsets().getRight());
        super.layoutChildren();
    }

    private void fit(double room) {
        parts.forEach(part -> part.widest = 0);
        parts.forEach(Part::restore);
        while (width() > room) {
            Optional<Part> next = parts.stream()
                    .filter(part -> part.shown().isPresent() && part.canYield())
                    .min(Comparator.comparingInt(part -> part.importance));
            if (next.isEmpty()) {
                break;
            }
            next.get().form++;
            if (next.get().shown().isPresent()) {
                next.get().widest = next.get().form;
                parts.forEach(Part::restore); // a narrower form may leave room for what made way before
            }
        }
        for (Part part : parts) {
            for (int i = 0; i < part.forms.size(); i++) {
                Node node = part.forms.get(i);
                node.setVisible(i == part.form);
                node.setManaged(i == part.form);
            }
        }
    }

    private double width() {
        double width = 0;
        int shown = 0;
        for (Part part : parts) {
            if (part.shown().isPresent()) {
                width += part.shown().get().prefWidth(-1);
                shown++;
            }
        }
        return Math.rint(width + getSpacing() * Math.max(0, shown - 1));
    }
}
