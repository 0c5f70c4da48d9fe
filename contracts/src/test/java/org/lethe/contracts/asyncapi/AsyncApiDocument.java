package org.lethe.contracts.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lethe.contracts.error.ErrorCode;
import org.lethe.contracts.event.EventType;
import org.lethe.contracts.frame.Frame;
import org.lethe.contracts.schema.JsonSchemas;
import org.lethe.contracts.topic.SettingName;
import org.lethe.contracts.topic.Topic;

/** The AsyncAPI 3.1 document of the topics and sockets. */
final class AsyncApiDocument {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final ObjectNode channels = node();
    private final ObjectNode operations = node();
    private final ObjectNode messages = node();
    private final JsonSchemas schemas = new JsonSchemas();

    static ObjectNode create() {
        return new AsyncApiDocument().document();
    }

    private ObjectNode document() {
        Socket.ALL.forEach(this::addSocket);
        for (Topic topic : Topic.values()) {
            addTopic(topic);
        }
        ObjectNode document = node().put("asyncapi", "3.1.0");
        document.set("info", info());
        document.put("defaultContentType", "application/json");
        document.set("channels", channels);
        document.set("operations", operations);
        ObjectNode components = node();
        components.set("messages", messages);
        ObjectNode named = node();
        schemas.named().forEach(named::set);
        components.set("schemas", named);
        document.set("components", components);
        return document;
    }

    private static ObjectNode info() {
        ObjectNode info =
                node().put("title", "Lethe")
                        .put("version", "1")
                        .put(
                                "description",
                                "Sockets and topics. Frames are JSON text messages with a type;"
                                        + " unknown properties are ignored. The first frame of a client"
                                        + " is hello, with its token, within 5 seconds. Events are"
                                        + " CloudEvents without personal data, keyed by their subject.");
        ArrayNode codes = JsonNodeFactory.instance.arrayNode();
        for (ErrorCode code : ErrorCode.values()) {
            codes.add(
                    node().put("code", code.code())
                            .put("closeCode", code.closeCode())
                            .put("reconnect", code.retryable())
                            .put("title", code.title()));
        }
        info.set("x-close-codes", codes);
        return info;
    }

    private void addSocket(Socket socket) {
        ObjectNode channel =
                node().put("address", socket.address()).put("summary", socket.summary());
        ObjectNode all = node();
        ArrayNode received = addFrames(socket, "client", socket.client(), all);
        ArrayNode sent = addFrames(socket, "server", socket.server(), all);
        channel.set("messages", all);
        ObjectNode parameters = node();
        PARAMETER
                .matcher(socket.address())
                .results()
                .forEach(found ->
                        parameters.set(found.group(1), node().put("description", "An id.")));
        if (!parameters.isEmpty()) {
            channel.set("parameters", parameters);
        }
        ObjectNode bindings = node();
        bindings.set("ws", node().put("method", "GET"));
        channel.set("bindings", bindings);
        channels.set(socket.name() + "Socket", channel);
        addOperation(socket.name() + "Client", "receive", socket.name() + "Socket", received);
        addOperation(socket.name() + "Server", "send", socket.name() + "Socket", sent);
    }

    private ArrayNode addFrames(
            Socket socket, String side, Class<? extends Frame> frames, ObjectNode all) {
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        Socket.frames(frames)
                .forEach((type, frame) -> {
                    String name = socket.name() + "." + side + "." + type;
                    addMessage(name, type, schemas.ofRecord(frame, type));
                    refer(socket.name() + "Socket", name, all, references);
                });
        return references;
    }

    private void addTopic(Topic topic) {
        ObjectNode channel = node().put("address", topic.topicName());
        ObjectNode all = node();
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        List<EventType> types =
                Arrays.stream(EventType.values()).filter(type -> type.topic() == topic).toList();
        for (EventType type : types) {
            addMessage(type.type(), type.type(), envelope(type));
            refer(topic.name().toLowerCase(Locale.ROOT), type.type(), all, references);
        }
        channel.set("messages", all);
        ObjectNode kafka =
                node().put("topic", topic.topicName()).put("partitions", topic.partitions());
        ObjectNode settings = node();
        topic.settings(3).forEach((key, value) -> settings.set(key, setting(key, value)));
        kafka.set("topicConfiguration", settings);
        ObjectNode bindings = node();
        bindings.set("kafka", kafka);
        channel.set("bindings", bindings);
        String name = topic.name().toLowerCase(Locale.ROOT);
        channels.set(name, channel);
        if (!types.isEmpty()) {
            addOperation(name, "send", name, references);
        }
    }

    /** As the binding's schema has it: numbers are numbers, and policies a list. */
    private static JsonNode setting(String key, String value) {
        if (key.equals(SettingName.CLEANUP_POLICY.key())) {
            ArrayNode policies = JsonNodeFactory.instance.arrayNode();
            List.of(value.split(",")).forEach(policies::add);
            return policies;
        }
        return NUMBER.matcher(value).matches()
                ? IntNode.valueOf(Integer.parseInt(value))
                : TextNode.valueOf(value);
    }

    private ObjectNode envelope(EventType type) {
        ObjectNode properties = node();
        properties.set("specversion", node().put("const", "1.0"));
        for (String text : List.of("id", "source", "subject")) {
            properties.set(text, node().put("type", "string"));
        }
        properties.set("type", node().put("const", type.type()));
        properties.set("time", node().put("type", "string").put("format", "date-time"));
        properties.set("datacontenttype", node().put("const", "application/json"));
        properties.set("data", schemas.ofRecord(type.record(), null));
        ObjectNode schema = node().put("type", "object");
        ArrayNode required = schema.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        schema.set("properties", properties);
        return schema;
    }

    private void addMessage(String name, String title, ObjectNode payload) {
        ObjectNode message = node().put("name", title);
        message.set("payload", payload);
        messages.set(name, message);
    }

    private static void refer(String channel, String name, ObjectNode all, ArrayNode references) {
        all.set(name, reference("#/components/messages/" + name));
        references.add(reference("#/channels/" + channel + "/messages/" + name));
    }

    private void addOperation(String name, String action, String channel, ArrayNode references) {
        ObjectNode operation = node().put("action", action);
        operation.set("channel", reference("#/channels/" + channel));
        operation.set("messages", references);
        operations.set(name, operation);
    }

    private static ObjectNode reference(String to) {
        return node().put("$ref", to);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
