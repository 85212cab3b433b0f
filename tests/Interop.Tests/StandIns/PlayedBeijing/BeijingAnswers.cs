using System.Globalization;
using HealthBao.Adapters.Regions.Beijing;
using HealthBao.Contracts.Status;
using HealthBao.Sandbox.People;

namespace HealthBao.Interop.Tests.StandIns.PlayedBeijing;

/// <summary>健康宝's answers as they stand on the wire.</summary>
internal static class BeijingAnswers
{
    public static object Refuse(BeijingRefusal refusal) => new { errcode = refusal.Errcode, errmsg = refusal.Errmsg };

    /// <summary>An unknown person, a wrong name and an unknown code are told alike.</summary>
    public static object NothingHeld() => Sound(new { code = "-1" });

    public static object Tell(Citizen citizen, DateTimeOffset now)
    {
        var local = now.ToOffset(ShanghaiDay.Offset);
        return Sound(new
        {
            code = citizen.Native,
            name = citizen.Masked.Name.ToString(),
            idCard = citizen.Masked.DocumentNumber,
            idCardType = BeijingDocumentKinds.Native(citizen.DocumentType),
            userUUID = citizen.Subject,
            queryTime = local.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture),
            invalidTime = local.ToString("MM-dd", CultureInfo.InvariantCulture) + " 24:00",
            dataSource = citizen.Native switch { "1" => "COMMUNITY", "2" => "CDC", _ => "" },
        });
    }

    private static object Sound(object data) => new { errcode = "0", errmsg = "ok", data };
}
