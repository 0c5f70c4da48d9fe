package org.lethe.gdpr.opendsr;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.lethe.contracts.id.VisitId;
import org.lethe.gdpr.opendsr.TestProcessor.Answer;
import org.lethe.gdpr.processor.TestCertificate;
import org.lethe.gdpr.subject.Ids;
import org.lethe.privacy.seal.KeyEncryption;
import org.lethe.privacy.seal.SuiteSecrets;

/**
 * What the specification's rows are tried with. That each answer has both headers, and that they
 * verify, {@link TestProcessor} looks at.
 */
abstract class OpenDsrRows {

    /** As in the specification's examples, which have no regulation. */
    static final String ID = "a7551968-d5d6-44b2-9831-815ac9017798";

    @TempDir private static Path folder;
    private static TestCertificate certificate;
    private static KeyEncryption kek;

    final VisitId visit = Ids.visit();
    TestProcessor processor;

    @BeforeAll
    static void make() {
        certificate = TestCertificate.in(folder);
        Path secrets = folder.resolve("secrets");
        SuiteSecrets.generate(secrets);
        kek = KeyEncryption.load(secrets.resolve(SuiteSecrets.KEY_ENCRYPTION));
    }

    @BeforeEach
    void start() {
        processor = new TestProcessor(certificate, kek);
        processor.hold(visit);
    }

    /** The specification's example; our ids stand in the extension under our domain. */
    final String request(String type, String members) {
        return """
        {%s"subject_request_id":"%s","subject_request_type":"%s",
         "submitted_time":"2018-10-02T15:00:00Z",
         "extensions":{"lethe.example":{"visits":["%s"]}}}\
        """
                .formatted(members, ID, type, visit.value());
    }

    static JsonNode json(String text) {
        return new Answer(0, text).json();
    }

    static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
