package unroll.engine.setting;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;

/** JSON text read as a tree, in which no object has a name twice. */
final class JsonText {
    private JsonText() {}

    /**
     * The tree; a text without anything in it is a null.
     *
     * @throws SettingsException where it is none, with what is wrong and where
     */
    static JsonElement parse(String text) {
        JsonReader in = new JsonReader(new StringReader(text));
        in.setStrictness(Strictness.LENIENT); // people leave out quotes, and comment
        try {
            in.peek();
        } catch (EOFException e) {
            return JsonNull.INSTANCE;
        } catch (IOException e) {
            throw refused(e);
        }
        try {
            JsonElement tree = element(in);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException(
                        "something follows its end" + in.toString().replace("JsonReader", ""));
            }
            return tree;
        } catch (IOException | JsonParseException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        }
    }

    private static JsonElement element(JsonReader in) throws IOException {
        return switch (in.peek()) {
            case BEGIN_OBJECT -> object(in);
            case BEGIN_ARRAY -> array(in);
            default -> JsonParser.parseReader(in);
        };
    }

    private static JsonObject object(JsonReader in) throws IOException {
        JsonObject object = new JsonObject();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (object.has(name)) {
                throw new SettingsException(in.getPath().replaceFirst("^\\$\\.?", ""), "stands there twice; keep one");
            }
            object.add(name, element(in));
        }
        in.endObject();
        return object;
    }

    private static JsonArray array(JsonReader in) throws IOException {
        JsonArray array = new JsonArray();
        in.beginArray();
        while (in.hasNext()) {
            array.add(element(in));
        }
        in.endArray();
        return array;
    }

    private static SettingsException refused(Throwable e) {
        String words = String.valueOf(e.getMessage());
        String place = "(?s) at line (\\d+) column (\\d+).*"; // and advice for programmers
        return new SettingsException("", "not valid JSON: " + words.replaceFirst(place, " at line $1, column $2"));
    }
}
