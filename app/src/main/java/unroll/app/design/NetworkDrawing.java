package unroll.app.design;

import java.util.List;
import java.util.function.Function;
import unroll.app.control.Table;
import unroll.engine.model.Plan;

/**
 * A network as it is shown.
 *
 * @param plan its layers and connections
 * @param editable whether its parts can be changed; else it is one part that is drawn for its place
 * @param words what is said of a network that is not editable
 * @param faults why it is impossible; none if it is not
 * @param inputs what the input is: "225 numbers"
 * @param outputs what the output is
 */
public record NetworkDrawing(
        Plan plan, boolean editable, String words, List<Plan.Fault> faults, String inputs, String outputs) {
    /** Of nothing. */
    public static final NetworkDrawing NONE =
            new NetworkDrawing(new Plan(List.of(), List.of()), false, "", List.of(), "", "");

    /** Its layers, and its connections. */
    List<Table> tables() {
        List<Plan.Layer> layers = plan.layers();
        List<Plan.Link> links = plan.links();
        return List.of(
                new Table(
                        "",
                        List.of(
                                Table.Column.of("layer", words(layers, Plan.Layer::name)),
                                Table.Column.of(
                                        "cell",
                                        words(layers, layer -> layer.cell().toString())),
                                Table.Column.of("units", words(layers, layer -> Integer.toString(layer.units()))))),
                new Table(
                        "connections",
                        List.of(
                                Table.Column.of("from", words(links, Plan.Link::from)),
                                Table.Column.of("to", words(links, Plan.Link::to)),
                                Table.Column.of("steps ago", words(links, link -> Integer.toString(link.lag()))))));
    }

    private static <T> List<String> words(List<T> parts, Function<T, String> word) {
        return parts.stream().map(word).toList();
    }

    /** Whether a layer is one of those that make the network impossible. */
    boolean faulty(String layer) {
        return faults.stream().anyMatch(fault -> fault.layers().contains(layer));
    }

    /** Whether a connection is. */
    boolean faulty(Plan.Link link) {
        return faults.stream().anyMatch(fault -> fault.links().contains(link));
    }
}
