#include "core/record/places.h"
#include <QTest>

using namespace core;

class TestPlaces : public QObject {
    Q_OBJECT

private slots:
    void anAddressLiesInOneAuthorityOrNoneIsProposed_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("postcode");
        QTest::addColumn<QString>("authority");
        const auto row = [](const char* name, const char* address, const char* postcode, const char* authority) {
            QTest::newRow(name) << QString::fromUtf8(address) << QString::fromUtf8(postcode)
                                << QString::fromUtf8(authority);
        };
        row("a town", "4 Tan-y-coed, Llanfor", "", "glanfor");
        row("a town without its accents", "4 Heol y Bont\nY Mon", "", "glanfor");
        row("a town of two words", "12 Quay Lane, Saint  Wulf", "", "estuary");
        row("half of its name", "3 Saint Street, Northam", "", "");
        row("part of a longer word", "1 Llanforda Road, Northam", "", "");
        row("a district", "12 Quay Lane", "ZZ10 1AA", "estuary");
        row("a district, typed small and close", "", "zz101aa", "estuary");
        row("only the district is known", "", "ZZ10", "estuary");
        row("the beginning of another district", "", "ZZ1 0AA", "glanfor");
        row("a postcode in the address", "12 Quay Lane\nZZ10 1AA", "", "estuary");
        row("the postcode counts for more than the town", "Llanfor Road, by the quay", "ZZ10 1AA", "estuary");
        row("a district of nobody's", "9 High Street", "QQ3 4ZZ", "");
        row("a town that two have", "7 The Cross, Newborough", "", "");
        row("nothing is known", "", "", "");
    }
    void anAddressLiesInOneAuthorityOrNoneIsProposed() {
        QFETCH(QString, address);
        QFETCH(QString, postcode);

        QTEST(record::authorityAt(office(), address, postcode), "authority");
    }

    void anOfficeWithoutPlacesProposesNothing() {
        vault::Office bare = office();
        for (vault::Authority& authority : bare.authorities)
            authority.places.clear();

        QCOMPARE(record::authorityAt(bare, QStringLiteral("Llanfor"), QStringLiteral("ZZ10 1AA")), QString());
        QVERIFY(!record::authorityAt(office(), QStringLiteral("Llanfor"), {}).isEmpty()); // the control
    }

private:
    static vault::Office office() {
        vault::Authority glanfor, estuary;
        glanfor.id = QStringLiteral("glanfor");
        glanfor.places = {QStringLiteral("Llanfor"), QStringLiteral("Y Môn"), QStringLiteral("ZZ1"),
                          QStringLiteral("Newborough")};
        estuary.id = QStringLiteral("estuary");
        estuary.places = {QStringLiteral("Saint Wulf"), QStringLiteral("zz10"), QStringLiteral("Newborough"),
                          QStringLiteral(" ")};
        vault::Office office;
        office.authorities = {glanfor, estuary};
        return office;
    }
};

QTEST_GUILESS_MAIN(TestPlaces)
#include "test_places.moc"
