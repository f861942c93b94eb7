package unroll.engine.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JSON at the beginning of a safetensors file, held to what the format promises: names once, numbers of each tensor as many as its
 * shape says, one tensor behind the other without a gap. What is refused is told in {@link IllegalArgumentException}s.
 *
 * @param text as it stands there
 * @param metadata by name
 * @param entries by the tensors' names
 */
record SafetensorsHeader(String text, Map<String, String> metadata, Map<String, TensorPlace> entries) {
    static final String METADATA = "__metadata__";

    private static final String DAMAGED = "its header is damaged: ";

    /**
     * Where a tensor lies.
     *
     * @param type as the file names it
     * @param shape sizes, row by row
     * @param from its first byte, counted from the first of all tensors
     * @param to behind its last
     */
    record TensorPlace(String type, List<Integer> shape, int from, int to) {}

    /**
     * What the bytes of a header say.
     *
     * @param numbers bytes behind it
     */
    static SafetensorsHeader of(byte[] bytes, int numbers) {
        String text = text(bytes);
        JsonObject header = object(text);
        Map<String, String> metadata = metadata(header);
        Map<String, TensorPlace> entries = new TreeMap<>();
        for (Map.Entry<String, JsonElement> member : header.entrySet()) {
            if (!member.getKey().equals(METADATA)) {
                entries.put(member.getKey(), entry(member.getKey(), member.getValue(), numbers));
            }
        }
        requireOneBehindTheOther(entries, numbers);
        return new SafetensorsHeader(text, metadata, entries);
    }

    private static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw damaged("byte " + in.position() + " of it is no UTF-8");
        }
        return out.flip().toString();
    }

    /** JSON libraries take the last of two members of one name; which weights are meant nobody knows. */
    private static JsonObject object(String text) {
        try (JsonReader names = strict(text);
                JsonReader all = strict(text)) {
            requireNamesOnce(names);
            if (JsonParser.parseReader(all) instanceof JsonObject header && all.peek() == JsonToken.END_DOCUMENT) {
                return header;
            }
        } catch (IOException | JsonParseException e) {
            throw damaged("it is no JSON");
        }
        throw damaged("it is JSON, but no object of tensors");
    }

    private static JsonReader strict(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    private static void requireNamesOnce(JsonReader reader) throws IOException {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            reader.skipValue();
            return;
        }
        Set<String> names = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (!names.add(name)) {
                throw damaged("it names " + name + " twice");
            }
            requireNamesOnce(reader);
        }
        reader.endObject();
    }

    private static Map<String, String> metadata(JsonObject header) {
        Map<String, String> metadata = new TreeMap<>();
        JsonElement pairs = header.get(METADATA);
        if (pairs == null) {
            return metadata;
        }
        if (!(pairs instanceof JsonObject object)) {
            throw damaged(METADATA + " is no list of texts by name");
        }
        object.entrySet().forEach(pair -> metadata.put(pair.getKey(), string(pair.getValue(), METADATA)));
        return metadata;
    }

    private static TensorPlace entry(String name, JsonElement member, int numbers) {
        if (!(member instanceof JsonObject description)) {
            throw damaged(name + " is described by no type, shape and place");
        }
        String type = string(needed(description, name, "dtype"), name);
        List<Long> shape = wholes(name, description, "shape");
        List<Long> place = wholes(name, description, "data_offsets");
        if (place.size() != 2) {
            throw damaged(name + " has " + place.size() + " data_offsets where two belong");
        }
        long from = place.getFirst();
        long to = place.getLast();
        if (from < 0 || to < from) {
            throw damaged(name + " lies from byte " + from + " to " + to + ", which is no place");
        }
        if (to > numbers) {
            throw new IllegalArgumentException("it is cut off: " + name + " lies up to byte " + to
                    + " of the numbers, and " + numbers + " are there");
        }
        NumberType.bytes(type).ifPresent(each -> requireSize(name, type, shape, each, to - from));
        if (shape.stream().anyMatch(length -> length < 0 || length > Integer.MAX_VALUE)) {
            throw damaged(name + " has the shape " + shape + ", which none has");
        }
        return new TensorPlace(type, shape.stream().map(Long::intValue).toList(), (int) from, (int) to);
    }

    private static void requireSize(String name, String type, List<Long> shape, int each, long bytes) {
        BigInteger size =
                shape.stream().map(BigInteger::valueOf).reduce(BigInteger.valueOf(each), BigInteger::multiply);
        if (!size.equals(BigInteger.valueOf(bytes))) {
            throw damaged(
                    name + " has the shape " + shape + " in " + type + ", but " + bytes + " bytes are kept for it");
        }
    }

    /** The numbers lie one tensor behind the other from the first byte to the last. */
    private static void requireOneBehindTheOther(Map<String, TensorPlace> entries, int numbers) {
        List<Map.Entry<String, TensorPlace>> byPlace = entries.entrySet().stream()
                .filter(entry -> entry.getValue().to() > entry.getValue().from())
                .sorted(Comparator.comparingInt(entry -> entry.getValue().from()))
                .toList();
        for (int i = 1; i < byPlace.size(); i++) {
            if (byPlace.get(i).getValue().from() < byPlace.get(i - 1).getValue().to()) {
                throw damaged(
                        byPlace.get(i - 1).getKey() + " and " + byPlace.get(i).getKey() + " share bytes");
            }
        }
        int end = 0;
        for (Map.Entry<String, TensorPlace> next : byPlace) {
            int from = next.getValue().from();
            if (from > end) {
                throw damaged(from - end + " bytes before " + next.getKey() + " belong to no tensor");
            }
            end = next.getValue().to();
        }
        if (end < numbers) {
            throw new IllegalArgumentException(
                    "it is damaged: behind its last tensor are " + (numbers - end) + " bytes too many");
        }
    }

    private static JsonElement needed(JsonObject description, String name, String member) {
        JsonElement found = description.get(member);
        if (found == null || found.isJsonNull()) {
            throw damaged(name + " has no " + member);
        }
        return found;
    }

    private static String string(JsonElement element, String place) {
        if (!(element instanceof JsonPrimitive text) || !text.isString()) {
            throw damaged(place + " has " + element + " where a text belongs");
        }
        return text.getAsString();
    }

    /** Whole numbers as they stand there; Gson would round 3.7 and read "3". */
    private static List<Long> wholes(String name, JsonObject description, String member) {
        if (!(needed(description, name, member) instanceof JsonArray list)) {
            throw damaged(name + " has a " + member + " that is no list");
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonElement element : list) {
            if (!(element instanceof JsonPrimitive number)
                    || !number.isNumber()
                    || !number.getAsString().matches("-?\\d{1,18}")) {
                throw damaged(name + " has " + element + " in its " + member + ", which is no whole number");
            }
            numbers.add(Long.valueOf(number.getAsString()));
        }
        return numbers;
    }

    private static IllegalArgumentException damaged(String how) {
        return new IllegalArgumentException(DAMAGED + how);
    }
}
