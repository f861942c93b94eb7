package unroll.engine.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The characters that have a code of their own, the most frequent first, and one more symbol for all others where a text has
 * others.
 */
public final class Alphabet {
    /** What stands for every character without a code of its own: Unicode's replacement character. */
    public static final int OTHER = 0xFFFD;

    private final List<Integer> symbols;
    private final Map<Integer, Integer> codes = new HashMap<>();

    private Alphabet(List<Integer> symbols) {
        this.symbols = List.copyOf(symbols);
        for (int code = 0; code < symbols.size(); code++) {
            codes.put(symbols.get(code), code);
        }
    }

    /**
     * The alphabet of a text of which {@code learned} characters may be counted: codes go by frequency among these, and by
     * the characters' own order where it is the same.
     *
     * @param text its characters
     * @param learned characters from the beginning that are counted; one that only occurs later has no code of its own
     * @param limit codes at most, the one for all others included; at least 2
     */
    public static Alphabet of(int[] text, int learned, int limit) {
        int[] counts = new int[Character.MAX_CODE_POINT + 1];
        List<Integer> symbols = new ArrayList<>();
        for (int i = 0; i < learned; i++) {
            if (counts[text[i]]++ == 0) {
                symbols.add(text[i]);
            }
        }
        symbols.sort(Comparator.<Integer>comparingInt(symbol -> -counts[symbol]).thenComparing(symbol -> symbol));
        boolean others = symbols.size() > limit || Arrays.stream(text).anyMatch(character -> counts[character] == 0);
        if (others) {
            symbols.removeAll(Collections.singleton(OTHER));
            symbols = new ArrayList<>(symbols.subList(0, Math.min(symbols.size(), limit - 1)));
            symbols.add(OTHER);
        }
        return new Alphabet(symbols);
    }

    /** One that was found before, in the order of its codes. */
    public static Alphabet ofSymbols(List<Integer> symbols) {
        return new Alphabet(symbols);
    }

    /** The first character of a text that has no code; empty where all have one. */
    public OptionalInt unknown(int[] text) {
        return codes.containsKey(OTHER)
                ? OptionalInt.empty()
                : Arrays.stream(text)
                        .filter(character -> !codes.containsKey(character))
                        .findFirst();
    }

    /**
     * The characters of a text that share the last symbol.
     *
     * @param characters how many different ones
     * @param share of the text's characters that are among them
     * @param nats that one of them in the part to test on takes, beyond its symbol, on average: by its frequency in the part to learn
     *     from, where one more is counted for characters that do not occur there, each of Unicode's as probable as the other
     */
    public record Others(int characters, double share, double nats) {}

    /**
     * What shares the last symbol; empty where every character has its own.
     *
     * @param text of which {@code learned} characters from the beginning are to learn from
     */
    public Optional<Others> others(int[] text, int learned) {
        Map<Integer, Integer> counts = new HashMap<>();
        int all = 0;
        int there = 0;
        for (int i = 0; i < text.length; i++) {
            if (!hasOwn(text[i])) {
                counts.merge(text[i], i < learned ? 1 : 0, Integer::sum);
                all++;
                there += i < learned ? 1 : 0;
            }
        }
        if (all == 0) {
            return Optional.empty();
        }
        double nats = 0;
        for (int i = learned; i < text.length; i++) {
            if (!hasOwn(text[i])) {
                int count = counts.getOrDefault(text[i], 0);
                nats += Math.log(there + 1.0)
                        - (count > 0 ? Math.log(count) : -Math.log(Character.MAX_CODE_POINT + 1.0));
            }
        }
        return Optional.of(
                new Others(counts.size(), all / (double) text.length, all > there ? nats / (all - there) : 0));
    }

    /** Whether a character has a code that it shares with no other. */
    private boolean hasOwn(int character) {
        return codes.containsKey(character) && character != OTHER;
    }

    /** How many codes there are. */
    public int size() {
        return symbols.size();
    }

    /** The code of a character, from 0: that of all others where it has none of its own. */
    public int code(int character) {
        return codes.getOrDefault(character, size() - 1);
    }

    /** The codes of {@code text[from..to - 1]}. */
    public int[] codes(int[] text, int from, int to) {
        int[] result = new int[to - from];
        for (int i = 0; i < result.length; i++) {
            result[i] = code(text[from + i]);
        }
        return result;
    }

    /** The characters by their codes. */
    public List<Integer> symbols() {
        return symbols;
    }
}
