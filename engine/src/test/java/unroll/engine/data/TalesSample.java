package unroll.engine.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * Makes the sample text: little tales from a random grammar, each about one hero, a companion and a lost thing.
 *
 * <p>A tale keeps its names and pronouns, verbs agree with subjects that stand some words before them, and what is opened by
 * a quotation mark is closed by one: things that a few characters of context do not tell. {@link Random} is specified to the
 * bit, so that every machine writes the same file. Run it from the project's root:
 * {@code java engine/src/test/java/unroll/engine/data/TalesSample.java sample-data/text}
 */
final class TalesSample {
    static final String FILE = "tales.txt";

    /** Gives about a quarter of a megabyte. */
    private static final int TALES = 390;

    private static final String[] GIRLS = {"Mira", "Anna", "Tilda", "Rose", "Elsa", "Nora"};
    private static final String[] BOYS = {"Jonas", "Peter", "Oskar", "Emil", "Hugo", "Tom"};
    private static final String[] ANIMALS = {"fox", "owl", "donkey", "raven", "hedgehog", "goose", "wolf", "cat"};
    private static final String[] THINGS = {
        "lantern", "silver key", "red scarf", "golden ring", "wooden flute", "map", "little bell", "old book"
    };
    private static final String[] PLACES = {
        "forest", "mountain", "river", "village", "castle", "mill", "garden", "harbour", "meadow", "bridge"
    };
    private static final String[] BIG = {"old", "dark", "quiet", "great", "lonely", "snowy", "green", "narrow"};
    private static final String[] FOLK = {
        "miller", "baker", "fisherman", "king", "queen", "shepherd", "blacksmith", "stranger", "gardener", "sailor"
    };
    private static final String[] WEATHER = {
        "The wind was cold",
        "The moon was bright",
        "It began to rain",
        "Snow fell all night",
        "The sun came out",
        "The stars were shining",
        "Fog lay over the fields"
    };
    private static final String[] WHEN = {
        "In the morning", "In the evening", "The next day", "Before long", "After three days", "At midnight", "At last"
    };
    private static final String[] MOVES = {"walked", "ran", "crept", "wandered", "hurried", "sailed", "climbed"};
    private static final String[] MOODS = {"happy", "tired", "afraid", "hungry", "sad", "brave", "curious"};
    private static final String[] VERBS = {"sleep", "sing", "work", "wait", "dance", "laugh", "listen"};

    private final Random random = new Random(2013);
    private String hero = "";
    private String he = "";
    private String his = "";
    private String him = "";
    private String animal = "";
    private String thing = "";
    private String place = "";

    private TalesSample() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(FILE), text());
    }

    /** The contents of the file. */
    static String text() {
        TalesSample sample = new TalesSample();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < TALES; i++) {
            text.append(sample.tale()).append('\n');
        }
        return text.toString();
    }

    private String tale() {
        boolean girl = random.nextBoolean();
        hero = any(girl ? GIRLS : BOYS);
        he = girl ? "she" : "he";
        his = girl ? "her" : "his";
        him = girl ? "her" : "him";
        animal = any(ANIMALS);
        thing = any(THINGS);
        place = any(PLACES);
        StringBuilder tale = new StringBuilder(opening());
        int paragraphs = 2 + random.nextInt(2);
        for (int p = 0; p < paragraphs; p++) {
            int sentences = 2 + random.nextInt(3);
            for (int s = 0; s < sentences; s++) {
                tale.append(' ').append(sentence());
            }
            tale.append('\n').append(p < paragraphs - 1 ? any(WHEN) + " " + event() + "." : ending() + "\n");
        }
        return tale.toString();
    }

    private String opening() {
        String who = random.nextBoolean()
                ? "there lived a " + (he.equals("she") ? "girl" : "boy") + " called " + hero
                : hero + " lived";
        return "Once upon a time " + who + " near the " + any(BIG) + " " + place + ". " + upper(he) + " had "
                + article(animal) + " and " + article(thing) + ".";
    }

    private String sentence() {
        return switch (random.nextInt(9)) {
            case 0 -> any(WEATHER) + ", and " + hero + " was " + any(MOODS) + ".";
            case 1 -> any(WHEN) + " " + event() + ".";
            case 2 ->
                upper(he) + " " + any(MOVES) + " to the " + any(BIG) + " " + any(PLACES) + " with " + his + " " + animal
                        + ".";
            case 3 -> "\"" + question() + "?\" asked the " + animal + ".";
            case 4 -> "\"" + answer() + ",\" said " + hero + ".";
            case 5 -> "\"" + answer() + ",\" said the " + any(FOLK) + ", \"and " + lower(answer()) + ".\"";
            case 6 -> rule() + ".";
            case 7 -> upper(he) + " looked for " + his + " " + thing + ", but the " + any(FOLK) + " had taken it.";
            default -> "The " + animal + " was " + any(MOODS) + ", so " + hero + " gave it some bread.";
        };
    }

    private String event() {
        return switch (random.nextInt(4)) {
            case 0 -> hero + " met a " + any(FOLK) + " who had seen the " + thing;
            case 1 -> hero + " and the " + animal + " " + any(MOVES) + " to the " + any(PLACES);
            case 2 -> he + " found a letter under the " + any(BIG) + " bridge";
            default -> "the " + any(FOLK) + " came and told " + him + " about the " + any(BIG) + " " + any(PLACES);
        };
    }

    /** A verb that agrees with its subject across a clause. */
    private String rule() {
        boolean many = random.nextBoolean();
        String who = any(FOLK).replace("fisherman", many ? "fishermen" : "fisherman");
        String subject = many && !who.equals("fishermen") ? who + "s" : who;
        String middle =
                random.nextBoolean() ? "" : (many ? " who live" : " who lives") + " near the " + any(PLACES) + "s";
        return "The " + subject + middle + " " + any(VERBS) + (many ? "" : "s") + " when the night "
                + (random.nextBoolean() ? "comes" : "is over");
    }

    private String question() {
        return switch (random.nextInt(3)) {
            case 0 -> "Where is the " + thing;
            case 1 -> "Why are you so " + any(MOODS);
            default -> "Shall we go to the " + any(PLACES);
        };
    }

    private String answer() {
        return switch (random.nextInt(4)) {
            case 0 -> "We must find the " + thing;
            case 1 -> "You should ask the " + any(FOLK);
            case 2 -> "The " + any(FOLK) + " lives behind the " + any(PLACES);
            default -> "My " + thing + " is lost";
        };
    }

    private String ending() {
        return "So " + hero + " got the " + thing + " back, and the " + animal + " was " + any(MOODS) + " no more.";
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String article(String noun) {
        return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
