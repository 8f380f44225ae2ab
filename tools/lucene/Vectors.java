import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Writes tests/data/peers/lucene.tsv and lucene-digits.tsv: what Lucene makes of every code point and
 * of the texts of texts.txt.
 *
 * <pre>
 * apt-get install liblucene8-java openjdk-17-jdk-headless
 * java -cp '/usr/share/java/lucene-core-8.7.0.jar:/usr/share/java/lucene-analyzers-common-8.7.0.jar' tools/lucene/Vectors.java
 * </pre>
 *
 * The form of the files is told in tools/README.md.
 */
public final class Vectors {
    private static final Path DATA = Path.of("tests/data/peers");

    private interface Peer {
        String run(String text) throws IOException;
    }

    /** The whole text as the one token of a stream, as a keyword tokenizer gives it without a limit of length. */
    private static final class Whole extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private String text;

        Whole(String text) {
            this.text = text;
        }

        @Override
        public boolean incrementToken() {
            if (text == null) {
                return false;
            }
            clearAttributes();
            term.append(text);
            text = null;
            return true;
        }
    }

    private static String normalizer(String text) {
        char[] chars = text.toCharArray();
        return new String(chars, 0, new ArabicNormalizer().normalize(chars, chars.length));
    }

    private static String digitsAndNormalizer(String text) throws IOException {
        try (TokenStream stream = new ArabicNormalizationFilter(new DecimalDigitFilter(new Whole(text)))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            if (!stream.incrementToken()) {
                throw new IllegalStateException("no token");
            }
            String result = term.toString();
            stream.end();
            return result;
        }
    }

    private static String hexadecimal(String text) {
        return text.codePoints().mapToObj(c -> String.format("%04X", c)).collect(Collectors.joining(" "));
    }

    private static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int at; (at = line.indexOf("\\u{", from)) >= 0; from = line.indexOf('}', at) + 1) {
            out.append(line, from, at);
            out.appendCodePoint(Integer.parseInt(line.substring(at + 3, line.indexOf('}', at)), 16));
        }
        return out.append(line.substring(from)).toString();
    }

    /** {@code \\u{HEX}} for what cannot be seen and for marks on no letter. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder();
        boolean on = false;
        for (int c : text.codePoints().toArray()) {
            boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
            on = Character.isLetter(c) || on && mark;
            boolean plain = c == ' ' || mark && on;
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK, Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> { }
                default -> plain = c != '\\';
            }
            if (plain) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format("\\u{%X}", c));
            }
        }
        return out.toString();
    }

    private static void write(String name, String classes, Peer peer) throws IOException {
        List<String> changed = new ArrayList<>();
        int unchanged = 0;
        for (int code = 0; code <= Character.MAX_CODE_POINT; code++) {
            if (code == Character.MIN_SURROGATE) {
                code = Character.MAX_SURROGATE + 1;
            }
            String c = Character.toString(code);
            String alone = peer.run(c);
            if (!peer.run("\u0628" + c + "\u062A").equals("\u0628" + alone + "\u062A")) {
                throw new IllegalStateException(String.format("U+%04X depends on its neighbours", code));
            }
            if (alone.equals(c)) {
                unchanged++;
            } else {
                changed.add(String.format("c\t%04X\t%s", code, hexadecimal(alone)));
            }
        }
        List<String> lines = new ArrayList<>(List.of(
            "# program: Apache Lucene " + ArabicNormalizer.class.getPackage().getSpecificationVersion()
                + " (Debian: liblucene8-java) on Java " + System.getProperty("java.version") + ", licence Apache-2.0",
            "# classes: " + classes,
            "# made: " + LocalDate.now(ZoneOffset.UTC)
                + " by tools/lucene/Vectors.java; only output of the program, none of its code or data",
            "# code points run, alone and between two letters: 0000-D7FF E000-10FFFF; unchanged: " + unchanged));
        lines.addAll(changed);
        for (String line : Files.readAllLines(DATA.resolve("texts.txt"))) {
            lines.add("t\t" + visible(peer.run(unescaped(line))));
        }
        Files.writeString(DATA.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        write("lucene.tsv", "analysis.ar.ArabicNormalizer", Vectors::normalizer);
        write("lucene-digits.tsv", "analysis.core.DecimalDigitFilter, then analysis.ar.ArabicNormalizationFilter",
            Vectors::digitsAndNormalizer);
    }
}
