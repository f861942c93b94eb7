package unroll.engine.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import unroll.engine.backend.Precision;

/**
 * Named tensors in a file that other tools read: the safetensors format (a length of 8 bytes, a JSON header, the numbers
 * little-endian), with a checksum of header and numbers among its metadata.
 */
public final class Safetensors {
    private static final String METADATA = "__metadata__";
    private static final String CHECKSUM = "crc32";

    /** The format of a file that this program wrote begins with it. */
    private static final String OURS = "unroll";

    /** Stands in the header in place of the checksum while that is computed. */
    private static final String UNKNOWN = "00000000";

    /** The format's own limit of a header. */
    private static final long LONGEST_HEADER = 100_000_000;

    /** Each byte of a file is held once as it is and, of numbers in single precision, twice as part of a number in double. */
    private static final int BYTES_IN_MEMORY = 3;

    private Safetensors() {}

    /** A file's content: its metadata and its tensors by name. */
    public record Content(Map<String, String> metadata, Map<String, Tensor> tensors) {}

    /** The bytes of a file. */
    public static byte[] encode(Content content) {
        byte[] numbers = numbers(content.tensors());
        JsonObject metadata = new JsonObject();
        content.metadata().forEach(metadata::addProperty);
        metadata.addProperty(CHECKSUM, UNKNOWN);
        JsonObject header = new JsonObject();
        header.add(METADATA, metadata);
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : content.tensors().entrySet()) {
            long end = offset
                    + (long) entry.getValue().numbers().length
                            * bytes(entry.getValue().precision());
            header.add(entry.getKey(), describe(entry.getValue(), offset, end));
            offset = end;
        }
        String checksum = checksum(padded(header), numbers, 0);
        metadata.addProperty(CHECKSUM, checksum); // of the same length as what stood for it
        byte[] head = padded(header);
        byte[] file = new byte[8 + head.length + numbers.length];
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(head.length)
                .put(head)
                .put(numbers);
        return file;
    }

    /**
     * Reads a file.
     *
     * @throws FileException where it is truncated, damaged or no such file
     */
    public static Content read(Path path) {
        byte[] file;
        try {
            check(path, Files.size(path));
            file = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new FileException(path, "cannot be read: " + FileException.reason(e), e);
        }
        try {
            return decode(file);
        } catch (JsonParseException
                | IllegalStateException
                | UnsupportedOperationException
                | ClassCastException
                | IndexOutOfBoundsException
                | ArithmeticException
                | NumberFormatException e) {
            throw new FileException(path, "its header is damaged", e);
        } catch (IllegalArgumentException e) {
            throw new FileException(path, String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses what would not fit into memory as bytes and as numbers beside them. */
    private static void check(Path path, long size) {
        long room = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / BYTES_IN_MEMORY);
        if (size > room) {
            throw new FileException(
                    path,
                    "has " + (size >> 20) + " MB; the most that the memory that the program may use has room for is "
                            + (room >> 20),
                    null);
        }
    }

    private static Content decode(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long length = file.length < 8 ? -1 : in.getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, file.length - 8)) {
            throw new IllegalArgumentException("it is truncated or no safetensors file");
        }
        String head = new String(file, 8, (int) length, StandardCharsets.UTF_8);
        refuseNamesGivenTwice(head);
        JsonObject header = JsonParser.parseString(head).getAsJsonObject();
        int start = 8 + (int) length;
        Map<String, String> metadata = metadata(header);
        check(metadata, head, file, start);
        Map<String, Tensor> tensors = new TreeMap<>();
        NavigableMap<Long, Long> ranges = new TreeMap<>();
        for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
            if (!entry.getKey().equals(METADATA)) {
                JsonObject description = entry.getValue().getAsJsonObject();
                Tensor tensor = tensor(entry.getKey(), description, in, start);
                tensors.put(entry.getKey(), tensor);
                if (tensor.numbers().length > 0) {
                    JsonArray offsets = list(description, "data_offsets");
                    Long before = ranges.put(whole(offsets.get(0)), whole(offsets.get(1)));
                    if (before != null) {
                        throw new IllegalArgumentException("it is damaged: two tensors have the same place");
                    }
                }
            }
        }
        checkPlaces(ranges, file.length - start);
        return new Content(metadata, tensors);
    }

    /** JSON libraries take the last of two members of one name; which weights are meant nobody knows. */
    private static void refuseNamesGivenTwice(String head) {
        try (JsonReader reader = new JsonReader(new StringReader(head))) {
            members(reader);
        } catch (IOException e) {
            throw new JsonParseException(e);
        }
    }

    private static void members(JsonReader reader) throws IOException {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            reader.skipValue();
            return;
        }
        Set<String> names = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (!names.add(name)) {
                throw new IllegalArgumentException("its header is damaged: it has two members " + name);
            }
            members(reader);
        }
        reader.endObject();
    }

    /** The numbers lie one tensor behind the other from the first byte to the last. */
    private static void checkPlaces(NavigableMap<Long, Long> ranges, long bytes) {
        long end = 0;
        for (Map.Entry<Long, Long> range : ranges.entrySet()) {
            if (range.getKey() != end) {
                throw new IllegalArgumentException("it is damaged: "
                        + (range.getKey() < end ? "two tensors share bytes" : "some bytes belong to no tensor"));
            }
            end = range.getValue();
        }
        if (end != bytes) {
            throw new IllegalArgumentException(
                    "it is truncated: " + bytes + " bytes of numbers where " + end + " belong");
        }
    }

    /** A whole number as it stands there; Gson would round 3.7 and read "3". */
    private static long whole(JsonElement element) {
        JsonPrimitive number = element.getAsJsonPrimitive();
        if (!number.isNumber()) {
            throw new NumberFormatException("no number: " + element);
        }
        return new BigDecimal(number.getAsString()).longValueExact();
    }

    private static Map<String, String> metadata(JsonObject header) {
        Map<String, String> metadata = new TreeMap<>();
        JsonElement pairs = header.get(METADATA);
        if (pairs != null) {
            pairs.getAsJsonObject()
                    .entrySet()
                    .forEach(pair -> metadata.put(pair.getKey(), pair.getValue().getAsString()));
        }
        return metadata;
    }

    /** Files of other programs carry no checksum and are believed; our own must have one. */
    private static void check(Map<String, String> metadata, String head, byte[] file, int start) {
        String expected = metadata.remove(CHECKSUM);
        if (expected == null) {
            if (metadata.getOrDefault("format", "").startsWith(OURS)) {
                throw new IllegalArgumentException("its checksum is missing");
            }
            return;
        }
        String blank = head.replace("\"" + expected + "\"", "\"" + UNKNOWN + "\"");
        if (!checksum(blank.getBytes(StandardCharsets.UTF_8), file, start).equals(expected)) {
            throw new IllegalArgumentException("it is truncated or damaged (the checksum differs)");
        }
    }

    private static String checksum(byte[] head, byte[] numbers, int from) {
        CRC32 checksum = new CRC32();
        checksum.update(head);
        checksum.update(numbers, from, numbers.length - from);
        return String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    private static JsonArray list(JsonObject description, String member) {
        JsonElement list = description.get(member);
        if (list == null) {
            throw new IllegalArgumentException("its header is damaged: a tensor has no " + member);
        }
        return list.getAsJsonArray();
    }

    private static Tensor tensor(String name, JsonObject description, ByteBuffer in, int start) {
        JsonElement type = description.get("dtype");
        Precision precision = switch (type == null ? "" : type.getAsString()) {
            case "F32" -> Precision.SINGLE;
            case "F64" -> Precision.DOUBLE;
            default -> throw new IllegalArgumentException(name + " is of the type " + type + "; save it as F32 or F64");
        };
        List<Integer> shape = new ArrayList<>();
        long size = 1;
        for (JsonElement element : list(description, "shape")) {
            long length = whole(element);
            if (length < 0 || length > in.capacity() || size * length > in.capacity()) {
                throw new IllegalArgumentException("it is truncated or damaged at " + name);
            }
            shape.add((int) length);
            size *= length;
        }
        JsonArray offsets = list(description, "data_offsets");
        long from = start + whole(offsets.get(0));
        long to = start + whole(offsets.get(1));
        if (from < start || to - from != size * bytes(precision) || to > in.capacity()) {
            throw new IllegalArgumentException("it is truncated or damaged at " + name);
        }
        double[] numbers = new double[(int) size];
        for (int i = 0; i < numbers.length; i++) {
            int at = (int) from + i * bytes(precision);
            numbers[i] = precision == Precision.SINGLE ? in.getFloat(at) : in.getDouble(at);
        }
        return new Tensor(precision, shape, numbers);
    }

    private static byte[] numbers(Map<String, Tensor> tensors) {
        int size = 0;
        for (Tensor tensor : tensors.values()) {
            size += tensor.numbers().length * bytes(tensor.precision());
        }
        byte[] bytes = new byte[size];
        ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
            for (double number : tensor.numbers()) {
                if (tensor.precision() == Precision.SINGLE) {
                    out.putFloat((float) number);
                } else {
                    out.putDouble(number);
                }
            }
        }
        return bytes;
    }

    private static JsonObject describe(Tensor tensor, long from, long to) {
        JsonObject description = new JsonObject();
        description.addProperty("dtype", tensor.precision() == Precision.SINGLE ? "F32" : "F64");
        JsonArray shape = new JsonArray();
        tensor.shape().forEach(shape::add);
        description.add("shape", shape);
        JsonArray offsets = new JsonArray();
        offsets.add(from);
        offsets.add(to);
        description.add("data_offsets", offsets);
        return description;
    }

    /** With spaces to a multiple of 8, so that the numbers are aligned. */
    private static byte[] padded(JsonObject header) {
        byte[] head = header.toString().getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(head, Math.ceilDiv(head.length, 8) * 8);
        Arrays.fill(padded, head.length, padded.length, (byte) ' ');
        return padded;
    }

    private static int bytes(Precision precision) {
        return precision == Precision.SINGLE ? Float.BYTES : Double.BYTES;
    }
}
