namespace HealthBao.HealthCode.Proofing.Faces;

/// <summary>Reads the one face of a picture: <see cref="FaceNetworks.Read"/>.</summary>
internal delegate FaceReading ReadFace(Picture picture);
