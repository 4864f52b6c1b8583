import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Writes a class of constants for each model of a folder: the key of its process, and the ids of its events, activities and
 * gateways. The build runs it from its source: {@code java NodeConstants.java <folder of models> <folder of sources>}.
 */
final class NodeConstants {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String PACKAGE = "io.hourglass.bpmn";
    private static final Pattern NODE =
            Pattern.compile(".*(?:Event|[tT]ask|Gateway)|callActivity|subProcess|transaction");

    private NodeConstants() {}

    public static void main(String[] folders) throws Exception {
        var sources = Files.createDirectories(Path.of(folders[1], PACKAGE.split("\\.")));
        try (var models = Files.newDirectoryStream(Path.of(folders[0]), "*.bpmn")) {
            for (var model : models) {
                write(model, sources);
            }
        }
    }

    private static void write(Path model, Path sources) throws Exception {
        var read = read(model);
        var process = (Element) read.getElementsByTagNameNS(BPMN, "process").item(0);
        var key = process.getAttribute("id");
        var name = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) + "Nodes";
        var lines = new ArrayList<String>();
        lines.add("package " + PACKAGE + ";\n");
        lines.add("/** What {@code " + model.getFileName()
                + "} calls its nodes. Written by the build, from the model. */");
        lines.add("public final class " + name + " {\n");
        lines.add(constant("PROCESS", key, "The key of the process."));
        nodesOf(process)
                .forEach(node -> lines.add(constant(
                        node.getAttribute("id")
                                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                                .toUpperCase(Locale.ROOT),
                        node.getAttribute("id"),
                        node.getAttribute("name") + " (" + node.getLocalName() + ").")));
        lines.add("    private " + name + "() {}\n}\n");
        writeIfChanged(sources.resolve(name + ".java"), String.join("\n", lines));
    }

    private static Document read(Path model) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(model.toFile());
    }

    private static List<Element> nodesOf(Element process) {
        var nodes = new ArrayList<Element>();
        var all = process.getElementsByTagNameNS(BPMN, "*");
        for (var at = 0; at < all.getLength(); at++) {
            var element = (Element) all.item(at);
            if (NODE.matcher(element.getLocalName()).matches()) {
                nodes.add(element);
            }
        }
        return nodes;
    }

    private static String constant(String name, String value, String meaning) {
        return "    /** " + meaning + " */\n    public static final String " + name + " = \"" + value + "\";\n";
    }

    /** What has not changed is not compiled again. */
    private static void writeIfChanged(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
