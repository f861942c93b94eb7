package unroll.engine.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import unroll.engine.backend.Activation;
import unroll.engine.model.Cell;
import unroll.engine.model.Designed;
import unroll.engine.model.Plan;
import unroll.engine.model.Plan.Layer;
import unroll.engine.model.Plan.Link;

/**
 * A drawn network as a stack: the input leads to the first layer, each layer to itself one step later and to the next at the same
 * step, the last to the output, and there is nothing else.
 */
final class PortableStack {
    private PortableStack() {}

    /** @throws ExchangeException where it is no stack; it names the connection or the layer that prevents it */
    static PortableModel of(Plan plan) {
        List<Layer> stack = stack(plan);
        if (stack.isEmpty()) {
            throw refusal("no layer receives the input at the same step");
        }
        List<Link> needed = links(stack);
        check(plan, needed);
        Cell cell = stack.getFirst().cell();
        for (Layer layer : stack) {
            if (!layer.cell().equals(cell)) {
                throw refusal("\"" + layer + "\" is of another cell than \"" + stack.getFirst() + "\"");
            }
        }
        List<PortableNames> names = new ArrayList<>();
        for (int i = 0; i < stack.size(); i++) {
            names.add(names(stack.get(i), needed.get(2 * i), needed.get(2 * i + 1)));
        }
        return new PortableModel(portable(cell), activation(cell), names, Designed.weight(needed.getLast()));
    }

    /** The layers from the input on, each the first that waits for no other. */
    private static List<Layer> stack(Plan plan) {
        List<Layer> stack = new ArrayList<>();
        Optional<Layer> next = next(plan, Plan.INPUT, stack);
        while (next.isPresent()) {
            stack.add(next.get());
            next = next(plan, next.get().name(), stack);
        }
        return stack;
    }

    private static Optional<Layer> next(Plan plan, String from, List<Layer> before) {
        return plan.layers().stream()
                .filter(layer -> !before.contains(layer))
                .filter(layer -> plan.links().contains(new Link(from, layer.name(), 0)))
                .filter(layer -> plan.into(layer.name()).stream()
                        .filter(link -> link.lag() == 0 && !link.from().equals(Plan.INPUT))
                        .allMatch(link ->
                                before.stream().anyMatch(other -> other.name().equals(link.from()))))
                .findFirst();
    }

    /** What a stack of these layers has: for each what leads to it and its loop, and at last what leads to the output. */
    private static List<Link> links(List<Layer> stack) {
        List<Link> links = new ArrayList<>();
        String below = Plan.INPUT;
        for (Layer layer : stack) {
            links.add(new Link(below, layer.name(), 0));
            links.add(new Link(layer.name(), layer.name(), 1));
            below = layer.name();
        }
        links.add(new Link(below, Plan.OUTPUT, 0));
        return links;
    }

    private static void check(Plan plan, List<Link> needed) {
        for (Link link : plan.links()) {
            if (!needed.contains(link)) {
                throw refusal("the connection " + link + " prevents it");
            }
        }
        for (Link link : needed) {
            if (!plan.links().contains(link)) {
                throw refusal("the connection " + link + " is missing");
            }
        }
        if (needed.size() != 2 * plan.layers().size() + 1) {
            throw refusal("some layers are not on the way from the input to the output");
        }
    }

    private static ExchangeException refusal(String why) {
        return new ExchangeException("PyTorch and ONNX have stacks of recurrent layers, and the drawn network is none: "
                + why + "; change it, or use safetensors");
    }

    private static PortableNames names(Layer layer, Link input, Link recurrent) {
        String name = layer.name();
        return new PortableNames(
                Designed.weight(input),
                Designed.weight(recurrent),
                "b_" + name,
                layer.cell() == Cell.Gated.GRU ? "b_" + name + "_n" : "",
                name + "_0",
                layer.cell() == Cell.Gated.LSTM ? name + "_c0" : "");
    }

    private static PortableCell portable(Cell cell) {
        return switch (cell) {
            case Cell.Gated.LSTM -> PortableCell.LSTM;
            case Cell.Gated.GRU -> PortableCell.GRU;
            case Cell.Ungated _ -> PortableCell.RNN;
        };
    }

    private static Activation activation(Cell cell) {
        return cell instanceof Cell.Ungated units ? units.activation() : Activation.TANH;
    }
}
