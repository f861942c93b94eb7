package unroll.engine.anatomy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import unroll.engine.model.Layout.Slot;

/** The letters by which formulas call the numbers of a network, after the names of its parameters. */
final class Symbols {
    private Symbols() {}

    static void give(List<Wires.NodeLayer> layers, Node input, Node output, Node hidden) {
        Set<String> taken = new HashSet<>(List.of("v", "y"));
        input.symbol = "v";
        output.symbol = "y";
        Map<Node, String> senders = senders(layers);
        boolean several =
                layers.stream().filter(layer -> !layer.within().isEmpty()).count() > 1;
        for (Wires.NodeLayer layer : layers) {
            Node units = layer.units();
            if (units != input && units != output) {
                units.symbol = free(taken, layerName(units).orElse(senders.getOrDefault(units, "h")));
            }
            String of = several ? " of " + units.symbol : "";
            Set<String> within = new HashSet<>();
            layer.within().forEach(node -> node.symbol = free(within, gateName(node)) + of);
        }
    }

    /** The name itself, or with the first number that makes it another. */
    private static String free(Set<String> taken, String name) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + i;
        }
        return free;
    }

    /** {@code b_h} is the bias of h, {@code b_h[1]} of the second layer. */
    private static Optional<String> layerName(Node units) {
        return units.added.size() != 1
                ? Optional.empty()
                : units.added
                        .getFirst()
                        .slot()
                        .map(Slot::name)
                        .filter(name -> name.startsWith("b_"))
                        .map(name -> {
                            int stacked = name.indexOf('[');
                            return stacked < 0
                                    ? name.substring(2)
                                    : name.substring(2, stacked)
                                            + (Integer.parseInt(name.substring(stacked + 1, name.length() - 1)) + 1);
                        });
    }

    /** What is weighed by {@code W_hf} is f, by {@code W_g_f@1} too. */
    private static Map<Node, String> senders(List<Wires.NodeLayer> layers) {
        Map<Node, String> senders = new HashMap<>();
        layers.stream()
                .flatMap(layer -> Stream.concat(layer.within().stream(), Stream.of(layer.units())))
                .flatMap(node -> node.weighed.stream())
                .forEach(each -> each.slot()
                        .map(slot -> sender(slot.name()))
                        .filter(name -> !name.isEmpty())
                        .ifPresent(name -> senders.putIfAbsent(each.read().source(), name)));
        return senders;
    }

    private static String sender(String weights) {
        String name = weights.replaceFirst("[\\[@].*", "");
        String[] parts = name.split("_", -1);
        return parts.length > 2
                ? parts[parts.length - 1]
                : parts.length == 2 && parts[1].length() > 1 ? parts[1].substring(parts[1].length() - 1) : "";
    }

    private static String gateName(Node node) {
        Optional<String> gate = node.weighed.stream()
                .flatMap(each -> each.slot().stream())
                .map(Slot::title)
                .filter(title -> title.contains(", "))
                .map(title -> title.substring(title.indexOf(", ") + 2))
                .findFirst();
        if (gate.isPresent()) {
            String letter = switch (gate.get()) {
                case "input gate" -> "i";
                case "forget gate" -> "f";
                case "cell" -> "g";
                case "output gate" -> "o";
                case "reset gate" -> "r";
                case "update gate" -> "z";
                default -> "n";
            };
            boolean late = node.weighed.stream().anyMatch(each -> each.read().lag() > 0);
            return letter.equals("n") ? late ? "nh" : "nv" : letter;
        }
        if (node.weighed.isEmpty()
                && node.multiplied.size() == 1
                && node.multiplied.getFirst().b().isEmpty()) {
            return "tanh c";
        }
        return node.function.isEmpty() ? node.weighed.isEmpty() ? "c" : "u" : "n";
    }
}
