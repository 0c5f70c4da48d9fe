package org.lethe.gdpr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.lethe.runtime.caller.AllowedCallers;
import org.lethe.runtime.caller.CallerKind;
import org.lethe.runtime.caller.Public;

/**
 * Each operation that officers or staff may call gets to the audit, unless it is named here. That
 * it enters the right action, and in time, is for the tests of what it does.
 */
class AuditedOperationsTest {

    /**
     * What tells nothing of a person, and changes nothing for one: how far a request is, what waits
     * for a second person, that results were received, what was entered, a receipt.
     */
    private static final List<String> WITHOUT_ENTRY =
            List.of(
                    "getRequest",
                    "getWaitingRequest",
                    "listWaitingRequests",
                    "acknowledgeRequestResults",
                    "getReceipt",
                    "getLedger",
                    "getAudit");

    /**
     * What visitors alone see of themselves, and erase: no action of officers or staff. An erasure
     * goes the way of all requests, past the audit, which enters nothing of it.
     */
    private static final List<String> OF_VISITORS = List.of("getMe", "eraseMe");

    private static final Set<CallerKind> VISITORS =
            EnumSet.of(CallerKind.VISITOR, CallerKind.PARTICIPANT);

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.lethe.gdpr");

    @Test
    void areAllButThoseThatTellAndChangeNothing() {
        assertThat(operations())
                .filteredOn(operation -> !isOfVisitorsAlone(operation))
                .filteredOn(operation -> !leadsToAudit(operation))
                .extracting(AuditedOperationsTest::name)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_ENTRY);
    }

    @Test
    void areNotThoseOfVisitorsAlone() {
        assertThat(operations())
                .filteredOn(AuditedOperationsTest::isOfVisitorsAlone)
                .extracting(AuditedOperationsTest::name)
                .containsExactlyInAnyOrderElementsOf(OF_VISITORS);
    }

    private static List<JavaMethod> operations() {
        return SERVICE.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                .filter(method -> !method.isAnnotatedWith(Public.class))
                .toList();
    }

    private static boolean isOfVisitorsAlone(JavaMethod operation) {
        AllowedCallers allowed =
                operation
                        .tryGetAnnotationOfType(AllowedCallers.class)
                        .or(() -> operation.getOwner().tryGetAnnotationOfType(AllowedCallers.class))
                        .orElseThrow();
        return VISITORS.containsAll(List.of(allowed.value()));
    }

    private static String name(JavaMethod operation) {
        return operation.getAnnotationOfType(Operation.class).operationId();
    }

    /** Whether any way through the service's code leads there. */
    private static boolean leadsToAudit(JavaMethod operation) {
        var seen = new HashSet<JavaCodeUnit>(List.of(operation));
        var next = new ArrayDeque<JavaCodeUnit>(seen);
        while (!next.isEmpty()) {
            JavaCodeUnit at = next.remove();
            if (at.getOwner().isEquivalentTo(Audit.class)) {
                return true;
            }
            called(at).filter(seen::add).forEach(next::add);
        }
        return false;
    }

    private static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream(),
                        unit.getCodeUnitReferencesFromSelf().stream())
                .map(JavaCodeUnitAccess::getTarget)
                .map(AccessTarget.CodeUnitAccessTarget::resolveMember)
                .flatMap(member -> member.stream())
                .flatMap(AuditedOperationsTest::withOverrides);
    }

    private static Stream<JavaCodeUnit> withOverrides(JavaCodeUnit called) {
        String[] types =
                HasName.Utils.namesOf(called.getRawParameterTypes()).toArray(String[]::new);
        return Stream.concat(
                Stream.of(called),
                called.getOwner().getAllSubclasses().stream()
                        .flatMap(each -> each.tryGetMethod(called.getName(), types).stream()));
    }
}
