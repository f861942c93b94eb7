package unroll.engine.format;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import unroll.engine.data.DataException;
import unroll.engine.table.CellSink;
import unroll.engine.table.CellSource;
import unroll.engine.table.Table;
import unroll.engine.table.TableForm;
import unroll.engine.table.TableReader;
import unroll.engine.table.TableSource;

/**
 * JSON lines: each line an object whose keys are the columns. Those of objects within objects are joined by points; true and false are
 * 1 and 0; what a line does not name is missing.
 */
final class JsonLines extends TextFormat {
    /** More different keys are no columns but words. */
    private static final int MOST_KEYS = 10_000;

    private static final int DEEPEST = 50;

    JsonLines() {
        super(".jsonl", ".ndjson");
    }

    @Override
    Table read(Path file, TableForm wanted, TextEncoding encoding) throws IOException {
        Cells cells = new Cells(file, encoding);
        return new TableReader(
                        file,
                        new TableSource(cells, wanted.plain(encoding.charset().name()), List.of(), List.of()))
                .read();
    }

    private static final class Cells implements CellSource {
        private final Path file;
        private final TextEncoding encoding;
        private final List<String> names;
        private long line;

        /** Reads all lines once, for any of them may bring a new column. */
        Cells(Path file, TextEncoding encoding) throws IOException {
            this.file = file;
            this.encoding = encoding;
            Set<String> keys = new LinkedHashSet<>();
            objects(object -> {
                keys.addAll(object.keySet());
                if (keys.size() > MOST_KEYS) {
                    throw complaint("has brought more than " + MOST_KEYS
                            + " different keys, which are no columns; name what is measured the same in each line");
                }
                return true;
            });
            names = List.copyOf(keys);
        }

        @Override
        public Optional<List<String>> names() {
            return Optional.of(names);
        }

        @Override
        public void read(CellSink sink) throws IOException {
            objects(object -> {
                for (String name : names) {
                    sink.cell(object.getOrDefault(name, "null"));
                }
                return sink.row(line);
            });
        }

        private interface ObjectSink {
            /** Returns whether more are wanted. */
            boolean next(Map<String, String> object);
        }

        private void objects(ObjectSink sink) throws IOException {
            Map<String, String> object = new LinkedHashMap<>();
            try (BufferedReader text = encoding.open(file)) {
                line = 0;
                for (String next = text.readLine(); next != null; next = text.readLine()) {
                    line++;
                    if (!next.isBlank()) {
                        object.clear();
                        parse(next, object);
                        if (!sink.next(object)) {
                            return;
                        }
                    }
                }
            }
        }

        private void parse(String text, Map<String, String> object) throws IOException {
            JsonReader json = new JsonReader(new StringReader(text));
            json.setStrictness(Strictness.LENIENT); // Python writes NaN and Infinity
            try {
                if (json.peek() != JsonToken.BEGIN_OBJECT) {
                    throw complaint("is no JSON object; each line of JSON lines is one: {\"a\": 1, \"b\": 2}");
                }
                fields(json, "", object, 0);
                if (json.peek() != JsonToken.END_DOCUMENT) {
                    throw complaint("goes on behind its JSON object; put each on a line of its own");
                }
            } catch (MalformedJsonException | EOFException e) {
                throw complaint("is no whole JSON object; each line of JSON lines is one");
            }
        }

        private void fields(JsonReader json, String prefix, Map<String, String> object, int depth) throws IOException {
            if (depth > DEEPEST) {
                throw complaint("has objects within objects, more than " + DEEPEST + " deep; flatten them");
            }
            json.beginObject();
            while (json.hasNext()) {
                String name = prefix + json.nextName();
                switch (json.peek()) {
                    case BEGIN_OBJECT -> fields(json, name + ".", object, depth + 1);
                    case BEGIN_ARRAY ->
                        throw complaint("has a list under '" + name
                                + "'; a column holds one value in each row, so give each a key of its own");
                    case BOOLEAN -> object.put(name, json.nextBoolean() ? "1" : "0");
                    case NULL -> {
                        json.nextNull();
                        object.put(name, "null");
                    }
                    default -> object.put(name, json.nextString());
                }
            }
            json.endObject();
        }

        private DataException complaint(String words) {
            return new DataException(file, (int) line, 1, "the line " + words);
        }
    }
}
