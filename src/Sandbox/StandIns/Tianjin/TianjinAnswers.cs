using System.Text;
using System.Xml.Linq;
using HealthBao.Adapters.Regions.Tianjin;
using HealthBao.Sandbox.People;

namespace HealthBao.Sandbox.StandIns.Tianjin;

/// <summary>The open platform's answers as they stand on the wire.</summary>
internal static class TianjinAnswers
{
    public static string Refuse(TianjinRefusal refusal) => Write(
        new XElement("code", refusal.Code), new XElement("msg", refusal.Message), new XElement("sub_code", refusal.SubCode));

    public static string Tell(Citizen citizen, DateTimeOffset now) => Write(
        new XElement("code", "10000"),
        new XElement("msg", "Success"),
        new XElement("code_color", citizen.Native),
        new XElement("user_id", citizen.Subject),
        new XElement("user_name", citizen.Masked.Name.ToString()),
        new XElement("cert_type", TianjinDocumentKinds.Native(citizen.DocumentType)),
        new XElement("cert_no", citizen.Masked.DocumentNumber),
        // Under review nothing was refreshed yet: the real thing leaves it empty.
        new XElement("refresh_time", citizen.Native == "init" ? "" : TianjinTime.Write(now)),
        new XElement("qr_code", citizen.NativeCode));

    private static string Write(params XElement[] elements) =>
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").Append(new XElement("response", elements)).ToString();
}
