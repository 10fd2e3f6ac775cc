#include "core/base/filesignature.h"
#include <array>
#include <string_view>
#include <vector>

namespace core {

int EncodedBytes::at(size_t index) const {
    const size_t bit = index * 8;
    const size_t unit = bit / m_bits;
    const unsigned skip = static_cast<unsigned>(bit % m_bits);
    const unsigned units = (skip + 8 + m_bits - 1) / m_bits;
    if (unit + units > m_count)
        return -1;
    unsigned value = 0;
    for (unsigned i = 0; i < units; ++i)
        value = value << m_bits | m_units[unit + i];
    return static_cast<int>(value >> (units * m_bits - skip - 8) & 0xFF);
}

bool EncodedBytes::has(size_t index, const char* bytes, size_t count) const {
    for (size_t i = 0; i < count; ++i) {
        if (at(index + i) != static_cast<unsigned char>(bytes[i]))
            return false;
    }
    return true;
}

uint32_t EncodedBytes::little(size_t index, size_t count) const {
    uint32_t value = 0;
    for (size_t i = count; i-- > 0;)
        value = value << 8 | static_cast<uint32_t>(at(index + i) & 0xFF);
    return value;
}

uint32_t EncodedBytes::big(size_t index, size_t count) const {
    uint32_t value = 0;
    for (size_t i = 0; i < count; ++i)
        value = value << 8 | static_cast<uint32_t>(at(index + i) & 0xFF);
    return value;
}

namespace {

using Bytes = EncodedBytes;

bool isJpeg(const Bytes& b) {
    const int marker = b.at(3);
    if (!b.has(0, "\xFF\xD8\xFF") || marker < 0xC0 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD9))
        return false;
    if (b.has(6, "JFIF") || b.has(6, "JFXX") || b.has(6, "Exif") || b.has(6, "http"))
        return true;
    const size_t next = 4 + b.big(4, 2); // every segment ends where the next marker begins
    return next > 5 && b.at(next) == 0xFF && b.at(next + 1) >= 0xC0;
}

bool isPng(const Bytes& b) {
    return b.has(0, "\x89PNG\r\n\x1A\n") && (b.has(12, "IHDR") || b.has(12, "CgBI"));
}
bool isGif(const Bytes& b) {
    return b.has(0, "GIF87a") || b.has(0, "GIF89a");
}
bool isWebp(const Bytes& b) {
    return b.has(0, "RIFF") && b.has(8, "WEBP");
}

bool isBmp(const Bytes& b) {
    const uint32_t header = b.little(14, 4);
    const bool known =
        header == 12 || header == 40 || header == 52 || header == 56 || header == 64 || header == 108 || header == 124;
    return b.has(0, "BM") && b.size() >= 26 && b.little(6, 4) == 0 && known && b.little(10, 4) >= 14 + header &&
           b.little(10, 4) < 4096;
}

bool isTiff(const Bytes& b) {
    if (b.has(0, "II*\0") || b.has(0, "II+\0"))
        return b.little(4, 4) >= 8 && b.little(4, 4) < (1U << 28);
    return (b.has(0, "MM\0*") || b.has(0, "MM\0+")) && b.big(4, 4) >= 8 && b.big(4, 4) < (1U << 28);
}

bool isIcon(const Bytes& b) {
    const bool kind = b.has(0, "\0\0\1\0") || b.has(0, "\0\0\2\0");
    const uint32_t count = b.little(4, 2);
    return kind && count >= 1 && count <= 64 && b.size() >= 22 && b.at(9) == 0 && b.little(18, 4) == 6 + 16 * count;
}

bool isSvg(const Bytes& b) {
    return b.has(0, "<svg ") || b.has(0, "<svg\n") || b.has(0, "<?xml ");
}
bool isPhotoshop(const Bytes& b) {
    return b.has(0, "8BPS\0\1") || b.has(0, "8BPS\0\2");
}

bool isJpeg2000(const Bytes& b) {
    return b.has(0, "\0\0\0\x0CjP  ") || b.has(0, "\0\0\0\x0CJXL ") || b.has(0, "\xFF\x4F\xFF\x51\0");
}

// ISO media: a box of a small size, its type, and the brand that tells a still picture from a film.
bool isIsoBox(const Bytes& b, const char (&type)[5]) {
    return b.at(0) == 0 && b.at(1) == 0 && b.at(2) >= 0 && b.big(0, 4) >= 8 && b.has(4, type);
}

bool isStillBrand(const Bytes& b) {
    for (const char* brand :
         {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis", "crx ", "jxl "}) {
        if (b.has(8, brand, 4))
            return true;
    }
    return false;
}

bool isHeif(const Bytes& b) {
    return isIsoBox(b, "ftyp") && isStillBrand(b);
}

bool isMp4(const Bytes& b) {
    if (isIsoBox(b, "ftyp"))
        return !isStillBrand(b) && b.at(8) >= 0x20 && b.at(8) < 0x7F && b.at(9) >= 0x20 && b.at(9) < 0x7F;
    const bool moov = isIsoBox(b, "moov") && (b.has(12, "mvhd") || b.has(12, "cmov"));
    return moov || isIsoBox(b, "mdat") || (isIsoBox(b, "wide") && b.has(12, "mdat"));
}

bool isMatroska(const Bytes& b) {
    return b.has(0, "\x1A\x45\xDF\xA3") && (b.at(4) == 1 || b.at(4) >= 0x80);
}
bool isAvi(const Bytes& b) {
    return b.has(0, "RIFF") && b.has(8, "AVI ");
}
bool isFlash(const Bytes& b) {
    return b.has(0, "FLV\1") && b.has(5, "\0\0\0\x09");
}
bool isWindowsMedia(const Bytes& b) {
    return b.has(0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11");
}

bool isMpeg(const Bytes& b) {
    const int next = b.at(4);
    const bool programme = b.has(0, "\0\0\1\xBA") && ((next & 0xC4) == 0x44 || (next & 0xF1) == 0x21);
    const bool transport = b.at(0) == 0x47 && b.at(188) == 0x47 && b.at(376) == 0x47 && b.at(564) == 0x47;
    return (programme && next >= 0) || transport;
}

// Length of an MPEG layer III frame, or 0. The tables are those of ISO 11172-3 and 13818-3.
size_t mp3Frame(const Bytes& b, size_t at) {
    static constexpr std::array<uint32_t, 15> One{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    static constexpr std::array<uint32_t, 15> Two{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    static constexpr std::array<uint32_t, 3> Rates{44100, 48000, 32000};
    const int second = b.at(at + 1);
    const int third = b.at(at + 2);
    if (b.at(at) != 0xFF || third < 0 || (second & 0xE6) != 0xE2 || (second & 0x18) == 0x08)
        return 0;
    const auto bitrate = static_cast<size_t>(third >> 4);
    const auto rate = static_cast<size_t>(third >> 2 & 3);
    if (bitrate == 0 || bitrate == 15 || rate == 3)
        return 0;
    const bool versionOne = (second & 0x18) == 0x18;
    const uint32_t hertz = Rates[rate] >> (versionOne ? 0 : (second & 0x18) == 0x10 ? 1 : 2);
    const uint32_t perFrame = versionOne ? 144000 : 72000;
    return perFrame * (versionOne ? One[bitrate] : Two[bitrate]) / hertz + (third >> 1 & 1);
}

bool isMp3(const Bytes& b) {
    if (b.has(0, "ID3"))
        return b.at(3) >= 2 && b.at(3) <= 4 && b.at(4) == 0 && (b.at(5) & 0x0F) == 0 && b.at(6) < 0x80 &&
               b.at(7) < 0x80;
    size_t at = 0;
    for (int frames = 0; frames < 3; ++frames) {
        const size_t length = mp3Frame(b, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

bool isWave(const Bytes& b) {
    return b.has(8, "WAVE");
}
bool isAiff(const Bytes& b) {
    return b.has(0, "FORM") && (b.has(8, "AIFF") || b.has(8, "AIFC"));
}
bool isOgg(const Bytes& b) {
    return b.has(0, "OggS\0") && b.at(5) >= 0 && b.at(5) < 8;
}
bool isFlac(const Bytes& b) {
    return b.has(0, "fLaC") && b.has(5, "\0\0\x22");
}
bool isAmr(const Bytes& b) {
    return b.has(0, "#!AMR");
}

bool isZip(const Bytes& b) {
    if (b.has(0, "PK\5\6\0\0\0\0"))
        return true;
    const int method = b.at(8);
    const bool packed = method == 0 || method == 8 || method == 9 || method == 12 || method == 14 || method == 93 ||
                        method == 95 || method == 99;
    return b.has(0, "PK\3\4") && b.at(4) >= 0 && b.at(4) < 64 && packed && b.at(9) == 0;
}

bool isGzip(const Bytes& b) {
    const int system = b.at(9);
    return b.has(0, "\x1F\x8B\x08") && b.at(3) < 0x20 && (b.at(8) == 0 || b.at(8) == 2 || b.at(8) == 4) &&
           (system == 255 || (system >= 0 && system < 14));
}

bool isSevenZip(const Bytes& b) {
    return b.has(0, "7z\xBC\xAF\x27\x1C");
}
bool isRar(const Bytes& b) {
    return b.has(0, "Rar!\x1A\x07");
}
bool isOtherArchive(const Bytes& b) {
    const bool bzip2 = b.has(0, "BZh") && b.has(4, "1AY&SY");
    return bzip2 || b.has(0, "\xFD\x37zXZ\0") || b.has(0, "\x28\xB5\x2F\xFD") || b.has(0, "MSCF\0\0\0\0");
}

bool isPdf(const Bytes& b) {
    return b.has(0, "%PDF-") || b.has(0, "%!PS-Adobe");
}
bool isOle(const Bytes& b) {
    return b.has(0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}
bool isRtf(const Bytes& b) {
    return b.has(0, "{\\rtf1");
}
bool isDatabase(const Bytes& b) {
    return b.has(0, "SQLite format 3");
}

struct Signature {
    bool (*matches)(const Bytes&);
    std::string_view head; // the bytes it always begins with, at most four
    const char* name;
};

template <size_t N>
constexpr std::string_view head(const char (&bytes)[N]) {
    return {bytes, N - 1};
}

constexpr std::array Signatures{
    Signature{isJpeg, head("\xFF\xD8\xFF"), "a JPEG picture"},
    Signature{isPng, head("\x89PNG"), "a PNG picture"},
    Signature{isGif, head("GIF8"), "a GIF picture"},
    Signature{isWebp, head("RIFF"), "a WebP picture"},
    Signature{isHeif, head("\0\0"), "a HEIC or AVIF picture"},
    Signature{isBmp, head("BM"), "a bitmap picture"},
    Signature{isTiff, head("II"), "a TIFF picture"},
    Signature{isTiff, head("MM\0"), "a TIFF picture"},
    Signature{isIcon, head("\0\0"), "an icon picture"},
    Signature{isSvg, head("<"), "a drawing or document"},
    Signature{isPhotoshop, head("8BPS"), "a Photoshop picture"},
    Signature{isJpeg2000, head("\0\0\0\x0C"), "a JPEG 2000 or JPEG XL picture"},
    Signature{isJpeg2000, head("\xFF\x4F\xFF\x51"), "a JPEG 2000 or JPEG XL picture"},
    Signature{isMp4, head("\0\0"), "an MP4 or QuickTime video"},
    Signature{isMatroska, head("\x1A\x45\xDF\xA3"), "a WebM or Matroska video"},
    Signature{isAvi, head("RIFF"), "an AVI video"},
    Signature{isFlash, head("FLV\1"), "a Flash video"},
    Signature{isWindowsMedia, head("\x30\x26\xB2\x75"), "a Windows Media video"},
    Signature{isMpeg, head("\0\0\1\xBA"), "an MPEG video"},
    Signature{isMpeg, head("G"), "an MPEG video"},
    Signature{isMp3, head("ID3"), "an MP3 recording"},
    Signature{isMp3, head("\xFF"), "an MP3 recording"},
    Signature{isWave, head("RIFF"), "a WAV recording"},
    Signature{isWave, head("RIFX"), "a WAV recording"},
    Signature{isWave, head("RF64"), "a WAV recording"},
    Signature{isAiff, head("FORM"), "an AIFF recording"},
    Signature{isOgg, head("OggS"), "an Ogg recording"},
    Signature{isFlac, head("fLaC"), "a FLAC recording"},
    Signature{isAmr, head("#!AM"), "an AMR recording"},
    Signature{isZip, head("PK"), "a ZIP archive or Office document"},
    Signature{isGzip, head("\x1F\x8B\x08"), "a GZIP archive"},
    Signature{isSevenZip, head("7z\xBC\xAF"), "a 7z archive"},
    Signature{isRar, head("Rar!"), "a RAR archive"},
    Signature{isOtherArchive, head("BZh"), "an archive"},
    Signature{isOtherArchive, head("\xFD\x37zX"), "an archive"},
    Signature{isOtherArchive, head("\x28\xB5\x2F\xFD"), "an archive"},
    Signature{isOtherArchive, head("MSCF"), "an archive"},
    Signature{isPdf, head("%"), "a PDF document"},
    Signature{isOle, head("\xD0\xCF\x11\xE0"), "an Office document"},
    Signature{isRtf, head("{\\rt"), "a rich text document"},
    Signature{isDatabase, head("SQLi"), "a database"},
};

struct Candidate {
    uint32_t mask, value;
    const Signature* signature;
};

Candidate candidateOf(const Signature& signature) {
    Candidate candidate{0, 0, &signature};
    for (size_t i = 0; i < 4; ++i) {
        const bool fixed = i < signature.head.size();
        candidate.mask = candidate.mask << 8 | (fixed ? 0xFFU : 0U);
        candidate.value = candidate.value << 8 | (fixed ? static_cast<unsigned char>(signature.head[i]) : 0U);
    }
    return candidate;
}

using Bucket = std::vector<Candidate>;
const Bucket& beginningWith(uint32_t firstByte) {
    static const std::array<Bucket, 256> buckets = [] {
        std::array<Bucket, 256> table;
        for (const Signature& one : Signatures)
            table[static_cast<unsigned char>(one.head.front())].push_back(candidateOf(one));
        return table;
    }();
    return buckets[firstByte];
}

} // namespace

std::optional<QString> fileSignature(const EncodedBytes& bytes, uint32_t first) {
    for (const Candidate& one : beginningWith(first >> 24)) {
        if ((first & one.mask) == one.value && one.signature->matches(bytes))
            return QString::fromLatin1(one.signature->name);
    }
    if (bytes.at(257) == 'u' && bytes.has(257, "ustar")) // tar has its mark far inside
        return QStringLiteral("an archive");
    return std::nullopt;
}

} // namespace core
