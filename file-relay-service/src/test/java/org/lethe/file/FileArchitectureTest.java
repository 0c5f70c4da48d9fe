package org.lethe.file;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "org.lethe.file", importOptions = ImportOption.DoNotIncludeTests.class)
class FileArchitectureTest {

    @ArchTest
    static final ArchRule importsNoOtherService =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.lethe.chat..",
                            "org.lethe.presence..",
                            "org.lethe.mail..",
                            "org.lethe.gdpr..");

    @ArchTest
    static final ArchRule touchesNoCipher =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("javax.crypto..", "com.google.crypto..");

    @ArchTest
    static final ArchRule adaptersArePackagePrivate =
            classes().that().haveNameMatching(".*\\.(Redis|Kafka)\\w+").should().bePackagePrivate();

    @ArchTest
    static final ArchRule blobsKnowNothingOfNames =
            noClasses()
                    .that()
                    .resideInAPackage("org.lethe.file.blob")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.lethe.contracts.personal");

    @ArchTest
    static final ArchRule logsByKeysOnly =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.jboss.logging..", "java.util.logging..", "org.slf4j..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            SlicesRuleDefinition.slices()
                    .matching("org.lethe.file.(*)..")
                    .should()
                    .beFreeOfCycles();
}
