using System.Globalization;
using HealthBao.Adapters.Files;
using HealthBao.Contracts.Identity;
using HealthBao.Contracts.Regions;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Regions.Hebei.Cities.Xingtai;

/// <summary>A row of <c>XT_JKM_yyyyMMdd.csv</c>.</summary>
public static class XingtaiRecord
{
    private const int MaxReason = 64;
    private const int MaxNumber = 32;
    private const string Midnight = "240000";

    /// <summary>姓名, 证件类型, 证件号码, 码色, 赋码原因, 行政区划, 更新时间, 有效期至.</summary>
    public static IReadOnlyList<string> Header { get; } = ["XM", "ZJLX", "ZJHM", "MS", "FMYY", "XZQH", "GXSJ", "YXQZ"];

    /// <summary>Reads the cells from left to right and stops at the first that is not sound.</summary>
    public static RowReading Read(string[] cells, ShanghaiDay day)
    {
        if (!PersonName.TryCreate(cells[0], out var name)) return RowReading.Bad(1);
        var isOther = cells[1] == HebeiDocumentKind.Other;
        if (!HebeiDocumentKind.TryParse(cells[1], out var kind) && !isOther) return RowReading.Bad(2);
        IdentityDocument? document = null;
        if (isOther ? !IsOtherNumber(cells[2]) : IdentityDocument.TryCreate(kind, cells[2], out document) != DocumentFault.None) return RowReading.Bad(3);
        if (cells[3] is not ("1" or "2" or "3")) return RowReading.Bad(4);
        if (cells[4].Length > MaxReason) return RowReading.Bad(5);
        if (!RegionCode.TryParse(cells[5], out _)) return RowReading.Bad(6);
        if (!TryReadTime(cells[6], out var updatedAt) || updatedAt > day.End) return RowReading.Bad(7);
        if (!TryReadTime(cells[7], out var validUntil) || validUntil < updatedAt) return RowReading.Bad(8);
        return RowReading.Sound(new(name!, document, cells[3][0], updatedAt, validUntil));
    }

    private static bool IsOtherNumber(string number) => number.Length is > 0 and <= MaxNumber && !number.Any(char.IsControl);

    /// <summary><c>yyyyMMddHHmmss</c> in Beijing time; <c>240000</c> is the end of the day.</summary>
    private static bool TryReadTime(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length != 14 || !ShanghaiDay.TryParseCompact(text[..8], out var day) || day.Date.Year is < 2000 or > 2099) return false;
        if (text[8..] == Midnight)
        {
            instant = day.End;
            return true;
        }

        if (!TimeOnly.TryParseExact(text[8..], "HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        instant = day.Start + time.ToTimeSpan();
        return true;
    }
}
