package org.lethe.gdpr.datamap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.lethe.contracts.Coded;
import org.lethe.contracts.retention.Category;

/**
 * The data map in JSON-LD, in the words of the Data Privacy Vocabulary (DPV 2.3) and of its
 * extension for personal data (PD).
 *
 * <p>It says nothing of a legal basis: that is the controller's, and Lethe does not know it.
 */
final class LinkedDataMap {

    private static final String DPV = "https://w3id.org/dpv#";

    private static final String PD = "https://w3id.org/dpv/pd#";

    private final DataMap map;
    private final String address;

    private LinkedDataMap(DataMap map, URI address) {
        this.map = map;
        this.address = address.toString();
    }

    /**
     * @param address where the map is published
     * @param processor the domain of who runs the suite
     */
    static ObjectNode of(DataMap map, URI address, String processor) {
        return new LinkedDataMap(map, address).document(processor);
    }

    private ObjectNode document(String processor) {
        ObjectNode document = node();
        document.putObject("@context")
                .put("dpv", DPV)
                .put("pd", PD)
                .put("dct", "http://purl.org/dc/terms/")
                .put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
        document.put("@id", address)
                .put("@type", "dpv:Process")
                .put("dct:title", "Live chat and the visits behind it");
        document.putObject("dpv:hasDataProcessor")
                .put("@type", "dpv:DataProcessor")
                .put("dct:title", processor);
        ArrayNode measures = document.putArray("dpv:hasTechnicalMeasure");
        for (Measure measure : Measure.values()) {
            if (measure != Measure.DEADLINES) {
                measures.add(described("dpv:" + measure.term(), measure.words()));
            }
        }
        document.set(
                "dpv:hasStorageCondition",
                described("dpv:" + Measure.DEADLINES.term(), Measure.DEADLINES.words()));
        ArrayNode processes = document.putArray("dpv:hasProcess");
        map.categories().forEach(row -> processes.add(process(row)));
        return document;
    }

    private ObjectNode process(DataMap.Row row) {
        Treatment treatment = Treatment.of(Coded.of(Category.class, row.category()));
        ObjectNode process = node();
        process.put("@id", address + "#" + row.category())
                .put("@type", "dpv:Process")
                .put("dct:title", row.category());
        process.set(
                "dpv:hasPurpose", described("dpv:" + treatment.purposeTerm(), treatment.purpose()));
        process.set("dpv:hasDataSubject", described("dpv:" + treatment.subject()));
        ArrayNode done = process.putArray("dpv:hasProcessing");
        treatment.processing().forEach(term -> done.add(described("dpv:" + term)));
        addData(process, row);
        ArrayNode recipients = process.putArray("dpv:hasRecipient");
        treatment.recipients().forEach(who -> recipients.add(described("dpv:Recipient", who)));
        process.set("dpv:hasStorageCondition", conditions(row));
        return process;
    }

    /** Under the property that fits: not all that is held is personal. */
    private static void addData(ObjectNode process, DataMap.Row row) {
        for (String contents : row.contents()) {
            List<String> terms = DataTerms.of(contents);
            String property =
                    terms.contains("dpv:NonPersonalData") ? "dpv:hasData" : "dpv:hasPersonalData";
            process.withArrayProperty(property).add(described(terms, contents));
        }
    }

    /** How long, by what end, and at most. */
    private static ArrayNode conditions(DataMap.Row row) {
        ArrayNode conditions = JsonNodeFactory.instance.arrayNode();
        String rule = rule(Coded.of(Category.class, row.category()));
        conditions.add(storage(described("dpv:" + rule, row.destroyed())));
        row.lifetime()
                .ifPresent(
                        it -> conditions.add(storage(lasting(it, "from opening or last renewal"))));
        row.ceiling()
                .ifPresent(it -> conditions.add(storage(lasting(it, "whatever is configured"))));
        row.scope()
                .ifPresent(kind ->
                        conditions.add(
                                described(
                                        "dpv:StorageDeletion",
                                        "the key of the " + kind.code() + " is destroyed first")));
        return conditions;
    }

    private static String rule(Category category) {
        return switch (category) {
            case VISIT, CHAT, FILE, LETTER, ERASURE_REQUEST, CALLBACK, ACCOUNT ->
                    "UntilEventDuration";
            case CHAT_RECEIPT -> "TemporalDuration";
            case LEDGER -> "EndlessDuration";
        };
    }

    private static ObjectNode storage(ObjectNode duration) {
        ObjectNode storage = described("dpv:StorageDuration");
        storage.set("dpv:hasDuration", duration);
        return storage;
    }

    private static ObjectNode lasting(Duration duration, String words) {
        ObjectNode lasting = described("dpv:TemporalDuration", words);
        lasting.putObject("rdf:value")
                .put("@type", "xsd:duration")
                .put("@value", duration.toString());
        return lasting;
    }

    private static ObjectNode described(String type, String words) {
        return described(List.of(type), words);
    }

    private static ObjectNode described(Collection<String> types, String words) {
        ObjectNode described = node();
        ArrayNode all = described.putArray("@type");
        types.forEach(all::add);
        return described.put("dct:description", words);
    }

    private static ObjectNode described(String type) {
        return node().put("@type", type);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
