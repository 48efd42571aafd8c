import Foundation

/// COSE_Sign1 structures over the payload "the claim", made with Python's cryptography and cbor2.
///
/// Each carries its own self-signed certificate of "Example Signer" at "Example Org"; keys were
/// made for this and thrown away.
struct SignatureVector {
    var name: String
    var algorithm: Int
    var bytes: [UInt8]

    static let payload = Array("the claim".utf8)

    static let all = [
        SignatureVector(
            "ES384", -35,
            """
            0oRZAZWiATgiGCFZAYwwggGIMIIBDqADAgECAgEHMAoGCCqGSM49BAMDMC8xFDASBgNVBAoMC0V4YW1wbGUg\
            T3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjAeFw0yNTAxMDEwMDAwMDBaFw0zNTAxMDEwMDAwMDBaMC8x\
            FDASBgNVBAoMC0V4YW1wbGUgT3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjB2MBAGByqGSM49AgEGBSuB\
            BAAiA2IABNwUuUxLxbXuBwCbpq3bAPPTdCGmB5NpJn3kwROUhOOMdEwwdAbVb1FhgR06847+S64ydz/LXP2Y\
            lFBtuATpZBnU/gL9tIt7DWROJwd3j4alfiPNt2FPS15iNkLv8kqZtzAKBggqhkjOPQQDAwNoADBlAjAQpE4D\
            gCDvqRlWvEqB4xR0/JeEN3Tydx7fufYnnHkHdXlDv/TVSVRb1va9o7/pt1UCMQCgxqXOMho7KOcIBLv/+eBv\
            BPp9Eh78CEolxiPojJCVKCDQ2Di8p4ksBIcnXx7Vzhug9lhgiQ8IaHu3xIWJKzcWYZK2okAsMR2qhs2ibtd0\
            LvNCXAVmHhRfuYirEZ9xgX5TDzvVMwQHCSJw1AcaA4wHt7dK6izTXhvRrpUpc/gwrPRWNR6X7aD7Hs5eyAZv\
            OuLdUpPH
            """),
        SignatureVector(
            "ES512", -36,
            """
            0oREoQE4I6FneDVjaGFpboFZAdcwggHTMIIBNKADAgECAgEHMAoGCCqGSM49BAMEMC8xFDASBgNVBAoMC0V4\
            YW1wbGUgT3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjAeFw0yNTAxMDEwMDAwMDBaFw0zNTAxMDEwMDAw\
            MDBaMC8xFDASBgNVBAoMC0V4YW1wbGUgT3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjCBmzAQBgcqhkjO\
            PQIBBgUrgQQAIwOBhgAEAZawZ1mycRGlhOg0TT4xnJePeJJJLn8SZDR9xjZ+77WhFH2JzzyNLdAXHcwH41+E\
            2VCCjRL9EhOR9xDBg5LpQjXOAfWktnBSCmXmB3yUKVIKl8MtOiQ+mubLCmpUye8XHuPuEs2l3glbk5Ee/TPZ\
            KJL1EfboxnsgaxvMIXaHnnfeT8ogMAoGCCqGSM49BAMEA4GMADCBiAJCAQ0XwZyNjjyNIixlimAhWAyWskPI\
            jIUvy8KdVQG1ExHDzp0Gqe+T2fdQboGLMsmycrMkUvTs6+GamxsUDR8OMumtAkIBpiDkubtwJo2AFuLJJjVC\
            kX1ni482hkWhJ0uK3lA/eYcQTnUEmYcV1tRx4etoj8LuvPSgR/83cXhv6WK3rJ7vEAH2WIQAt0G+kLw3eWaF\
            b0ORGGnc3EsmHJb4fG+yyJhodNwXKlIIM+bG5jJqsGDGR6s4Y81Ievm5Jac7rloybnP6UsM4NxQAVxd8Ad37\
            2PQd64+DElW0VaYp3qYDaVDGzMlMDKJ3ZIsWmdgP7jPsNyNvuPze91wntAVbPBePIJgwDNCKu87ZCwA=
            """),
        SignatureVector(
            "EdDSA", -8,
            """
            0oRZARaiAScYIVkBDjCCAQowgb2gAwIBAgIBBzAFBgMrZXAwLzEUMBIGA1UECgwLRXhhbXBsZSBPcmcxFzAV\
            BgNVBAMMDkV4YW1wbGUgU2lnbmVyMB4XDTI1MDEwMTAwMDAwMFoXDTM1MDEwMTAwMDAwMFowLzEUMBIGA1UE\
            CgwLRXhhbXBsZSBPcmcxFzAVBgNVBAMMDkV4YW1wbGUgU2lnbmVyMCowBQYDK2VwAyEAgSZ2t4Dp6kPllr/u\
            0yaLgOdXDHu+ldBMRqW6CHztzHowBQYDK2VwA0EA8uI5TSJ0nficPt+oUR4Q8bpgZACBh+604WJgLpSAQXLp\
            gaqfS7Nh1RP7+0IOb0yKrZSvr9qKlA1Ot/9yVidPA6D2WEDtWVCVOmDFaLrJu2gF7+uJrbHOx5UUEDnJLPQf\
            CluSVETOaM9dBboK49rRu/mZAKMe06X+xK8lywpoq9oW+fcC
            """),
        SignatureVector(
            "PS384", -38,
            """
            0oRZAd+iATglGCFZAdYwggHSMIIBO6ADAgECAgEHMA0GCSqGSIb3DQEBCwUAMC8xFDASBgNVBAoMC0V4YW1w\
            bGUgT3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjAeFw0yNTAxMDEwMDAwMDBaFw0zNTAxMDEwMDAwMDBa\
            MC8xFDASBgNVBAoMC0V4YW1wbGUgT3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjCBnzANBgkqhkiG9w0B\
            AQEFAAOBjQAwgYkCgYEA3j7Gj4Z9E6Bp+QRL0qkQKTimNC3PQ6POVHbZiXDGXQYcr243mL4NcIbv8frfO2ce\
            rwUHfv5Ioa4zHI+sXV37h/DL9j0fNaMxQmY5Cq6RPvbdU9j7SSaZQwWPJzmo1SoQiMexzXPiD5BDULdM0lwY\
            iie5b1IRJ2LqmvAE+2KVwXUCAwEAATANBgkqhkiG9w0BAQsFAAOBgQA9Q7UBor450+ZxiqXdiUoN7oWzLH7q\
            enhxi19y9YzNaYZ4Ew6nYMKMi8qnb2s/XILEvjcXJHrJ4fXWd6YjxO1+HeFqAKPpbNECHgl7qM3MpnPwupYh\
            oARRryoiMDCzM9WBJGK82/Vw+3f3y11hqeKPPKWppQE5xkm0jdNe73J9MaD2WIAuvgDMozab20cRsqicjasR\
            ynLHEQBsQPqf9DX29NuYi0DX/ONIFGm4YG8lM8gUSLTgYTsjsDVkQ66HjE7lSYskh6LFf0RTpfbXK0sS9i1M\
            00VdBeNLC3nByMOuO4n0MVnKf9BDkXNLGJTN3ztLcbTvFO9LjYFMxg7EOPb48GSoBw==
            """),
        SignatureVector(
            "PS512", -39,
            """
            0oRZAuSiATgmGCFZAtswggLXMIIBv6ADAgECAgEHMA0GCSqGSIb3DQEBCwUAMC8xFDASBgNVBAoMC0V4YW1w\
            bGUgT3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjAeFw0yNTAxMDEwMDAwMDBaFw0zNTAxMDEwMDAwMDBa\
            MC8xFDASBgNVBAoMC0V4YW1wbGUgT3JnMRcwFQYDVQQDDA5FeGFtcGxlIFNpZ25lcjCCASIwDQYJKoZIhvcN\
            AQEBBQADggEPADCCAQoCggEBAM+MNOO6bDcmJ6eoBG6Qo6H0Q6DdYjrD/dAi4xNjr+S3i2B3sZhHOPrySZdr\
            3xa1bOHIa4yZ4pE+TH3luRp5rMk+qYHug2tSgkwN2fIo+5JcPcn73OxV9Ti1XDWaZ571RcPPjYv0zams7oLE\
            brjD4LLnyUOdFh7UpZIeUl+mcnsqTR8EFLksAtRUBtiJVAyp1plYBea4n/UQkFiWvGOW6IyCzCwgWhdlLAu7\
            Ykmdp04BrovCr1j3IQKcuSeRWWufQEG2JRYmGayERJ5Bo3sIJw1i7woGekWSMTFqvFm1CbfhReZrmDOPgxNG\
            BJ7b6xETa7mdmuQbqnE5TVRVZZeMYOUCAwEAATANBgkqhkiG9w0BAQsFAAOCAQEAK90+v+WMMOIt5vuKo6Wt\
            J+gHrOMb3WmnkSZa4Ou7aN4Kaisk/O6DroqhkKKMsXGLQR3/dImh4MnJ/sptyAXVsXS0HD/UbGAcSynptey9\
            LdtnPYVCSf/zYOT2ccwU/PganLSMlH5TXyYD7sptL+hgfFyOuzhn5bP15c8jS9bDAH7nI/wdccvos60SxqEG\
            pdbtvLxkqL1VQre3P5PA2pA1P0+XXuaagZa0AkHRrziI9kKY5qNfpBH5CGTR9COJSexT4EwCw/GoTpJ64gCM\
            gytEDP+qeTjSSznH5rnbAM8eJYwR2SQMgVoPn7ymKFDJW5L/jdlc7js0xhYL0tsJmmaD2qD2WQEApqfNtN0T\
            /AkTGpk+P4uDiYltBL0nZ3L5+zO2SSGd/QuoPFxQmN+Mr1b2iUtVUWvh93+7B5OEraJ4lD16IRDGU7TVh8UV\
            NCNhIQ2UsXUUO/XflJFli1iqrXgh89LNN8d3sUFVcPuezl/bx/0OeVkRfJvZ7XgmFuYsuLdd6MhiCRT47PGP\
            R81NfzXNyAHD7EVQb+3B7l5ISojEUjJ5BLbfH6jxWI4YOdPBgrFE46cvChKBgBeZXHv8wfbOXg1xEcn/X/cn\
            lcQgrzUTEa1IrksjvQPr4DlAtBUt822SmAOvR5DnTdtyao7SD2XEGJyTXTEdNyG/OXtsL2onmbckJ0hQsA==
            """),
    ]

    private init(_ name: String, _ algorithm: Int, _ base64: String) {
        self.name = name
        self.algorithm = algorithm
        bytes = Data(base64Encoded: base64).map { Array($0) } ?? []
    }
}
