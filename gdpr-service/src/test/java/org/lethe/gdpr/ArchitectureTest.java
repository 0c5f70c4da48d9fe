package org.lethe.gdpr;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.lethe.gdpr.ledger.Ledger;
import org.lethe.gdpr.request.RequestStore;
import org.lethe.gdpr.request.StatusListener;
import org.lethe.gdpr.subject.SubjectVault;

@AnalyzeClasses(packages = "org.lethe.gdpr", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule noOtherServiceIsImported =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.lethe.chat..",
                            "org.lethe.presence..",
                            "org.lethe.mail..",
                            "org.lethe.file..",
                            "org.lethe.stack..");

    @ArchTest
    static final ArchRule adaptersArePackagePrivate =
            classes()
                    .that()
                    .areAssignableTo(SubjectVault.class)
                    .or()
                    .areAssignableTo(RequestStore.class)
                    .or()
                    .areAssignableTo(Ledger.class)
                    .or()
                    .areAssignableTo(StatusListener.class)
                    .and()
                    .areNotInterfaces()
                    .should()
                    .notHaveModifier(JavaModifier.PUBLIC);

    @ArchTest
    static final ArchRule featuresDependOneWay =
            slices().matching("org.lethe.gdpr.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingTouchesACipher =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.crypto..", "com.google.crypto.tink.aead..")
                    .orShould()
                    .dependOnClassesThat(simpleNameStartingWith("Aead"));

    @ArchTest
    static final ArchRule onlyReceiptsAreSigned =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lethe.gdpr.receipt..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("com.google.crypto.tink..");
}
