using System.Globalization;
using HealthBao.Contracts.Status;

namespace HealthBao.Adapters.Regions.Tianjin;

/// <summary>The open platform's times: <c>yyyy-MM-dd HH:mm:ss</c> in Asia/Shanghai.</summary>
public static class TianjinTime
{
    private const string Form = "yyyy-MM-dd HH:mm:ss";

    public static string Write(DateTimeOffset instant) =>
        instant.ToOffset(ShanghaiDay.Offset).ToString(Form, CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out DateTimeOffset instant)
    {
        var read = DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local);
        instant = read ? new(local, ShanghaiDay.Offset) : default;
        return read;
    }
}
